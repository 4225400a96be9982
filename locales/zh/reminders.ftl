# What the bot says and asks by itself: reminders, questions, the roll call, places gone silent.

# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - the stay-until date
# $days - days left
reminder-stay-until =
    🙂 温馨提醒：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这位住客可停留至⟦{ $date }⟧，还剩{ $days }天。请提醒住客及时办理延期。
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - last day of validity
# $days - days left
reminder-card =
    🙂 温馨提醒：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这位住客的居留证有效期至⟦{ $date }⟧，还剩{ $days }天。请提醒住客及时换证。
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
reminder-turns-18 =
    🙂 温馨提醒：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这位住客列在父母的居留证上，快满18岁了。满18岁后需要自己的居留证，请提前告诉家人。
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - by when it should be there
# $days - days left
reminder-work-permit =
    🙂 温馨提醒：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这个人在这里工作，还没有劳工证的记录。劳工证应在⟦{ $date }⟧之前办好，还剩{ $days }天。
reminder-open = 👤 查看住客
reminder-no-more = 🔕 不再提醒此事
no-more-done = 🔕 好的，不再提醒此事。如果到期后住客还在，我会问一次。
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - planned departure
question-departure =
    🙂 想问一下：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这位住客计划{ $date }离开。已经离开了吗？
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
question-still-here =
    🙂 想问一下：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    有一段时间没有这位住客的消息了。还住在这里吗？
question-stays-on = 🛏 继续住
stays-on-done = 谢谢，已记录住客还住在这里。
leaving-summary = 计划离开
leaving-save = ✅ 保存
leaving-ask = 现在计划哪天离开？
leaving-why = 这样我会在合适的时候问您，少打扰。
leaving-saved = ✅ 已记录，谢谢。
# $today - the day it is
leaving-in-past = 那天已经过了，今天是{ $today }。不知道就按“跳过”。
# $premises - the place's name
# $count - how many are listed
roll-call =
    👷 ⟦{ $premises }⟧ 每周点名

    名单上有{ $count }人。都还在吗？
roll-call-all = ✅ 都在
roll-call-some = 🚶 有人离开了
roll-call-new = ➕ 有新来的
# $premises - the place's name
# $by - who answered
# $moment - when
roll-call-all-here = ✅ ⟦{ $premises }⟧ 每周点名：都在。{ $by }已回答（{ $moment }）。
# $premises - the place's name
# $by - who answered
# $moment - when
roll-call-some-left = ✅ ⟦{ $premises }⟧ 每周点名：离开的已登记，其余都在。{ $by }已回答（{ $moment }）。
place-answer-taken = 谢谢，已记录，同事不用再回答。
# $by - who answered
place-answer-already = 谢谢，{ $by }已经回答过了。
# $premises - the place's name
# $days - days without a report
silent =
    🙂 ⟦{ $premises }⟧：已经{ $days }天没有新登记了。一切都好吗？

    没有新来的，按一下就行。
silent-nobody = ✅ 没有新来的
# $premises - the place's name
# $by - who answered
# $moment - when
silent-nobody-new = ✅ ⟦{ $premises }⟧：没有新来的。{ $by }已回答（{ $moment }）。谢谢。
# $deadline - until when it must be sent
draft-reminder = ⏳ 您的登记还没完成。请在{ $deadline }（金边时间）前提交，才算按时。填过的内容都还在。
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - last day of the work permit
# $days - days left
reminder-permit-until =
    🙂 温馨提醒：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这个人的劳工证有效期至⟦{ $date }⟧，还剩{ $days }天。劳工证每年1月至3月续办。
