# Work permits of those who work at a place, and what to do.

permits-open = 👷 劳工证
# $premises - the place's name
# $count - how many people
permits-heading = 👷 ⟦{ $premises }⟧ 劳工证，需要处理：{ $count }人
# $guest - who
# $room - the room
# $lacking - what is lacking
permits-line = • { $guest }，房间：{ $room }，{ $lacking }
permits-missing = 没有劳工证
permits-not-seen = 没看到劳工证
# $date - last day of the work permit
permits-ran-out = ⟦{ $date }已到期⟧
# $date - last day of the work permit
permits-runs-out = 有效期至{ $date }
permits-none = 目前没有要处理的。
permits-what-to-do =
    ⟦怎么办⟧
    • 已有劳工证或已续办：按住客姓名，再补记。
    • 没有或已到期：由雇主向劳工与职业培训部申请，可用该部的外籍劳工网上系统，或到该部在当地省份的办公室办理。
    • 劳工证每年1月至3月续办。
permits-undated = 有劳工证，没有记录有效期
permits-renewed = 劳工证已续办
permits-note-date = 补记劳工证有效期
