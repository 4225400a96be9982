# Registering premises.

premises-kind-ask = 这是什么样的地方？
premises-kind-label = 类型
premises-name-ask = 大家怎么叫这个地方？
premises-name-example = 有柬文或英文名的话，最好用它。例如：Riverside Guesthouse、Sok 出租屋
premises-name-why = 您和派出所都靠这个名称认出这个地方。
premises-name-label = 名称
place-ask = 它在哪里？
place-which = 是其中哪一个？
place-example = 您如果就在那里，请发送位置；也可以输入乡、分区、村的名称。例如：Tonle Bassac
place-why = 您的登记会发给管辖这里的派出所。
place-label = 地点
place-list = 从列表里选
place-abroad = 这个位置不在柬埔寨。请到了那里再发送位置，或输入乡、分区的名称。
# $example - what an answer may look like
place-not-found = 没找到这个地名。请检查拼写，或从列表里选。{ $example }
province-ask = 在金边还是哪个省？
province-label = 省/首都
# $within - the area chosen before
district-ask = { $within }的哪个区、县或市？
district-label = 区/县/市
# $within - the area chosen before
commune-ask = { $within }的哪个乡或分区（桑卡）？
commune-label = 乡/分区
# $within - the area chosen before
village-ask = { $within }的哪个村？
village-label = 村
level-example = 请按按钮，或输入名称。
level-nearby = 离您位置最近的排在前面。请按按钮，或输入名称。
level-not-found = 这里没找到这个名称。请检查拼写，或按按钮。
street-ask = 门牌号和街道？
street-example = 例如：No. 12, Street 310
street-label = 门牌和街道
capacity-ask = 这里能住多少人？
capacity-example = 请输入数字，或按按钮。例如：40
capacity-why = 长时间没有登记时，我好提醒您一声。
capacity-label = 可住人数
capacity-wrong = 请输入1到20,000之间的整数。例如：40
premises-summary = 您的住宿点
premises-save = ✅ 保存住宿点
# $name - the place's name
# $address - its address
premises-saved =
    ✅ 已保存⟦{ $name }⟧。
    { $address }
# $name - the place's name
# $kind - its kind
# $address - its address
premises-line =
    ⟦{ $name }⟧ · { $kind }
    { $address }
premises-list = 您的住宿点
premises-none-yet = 您还没有住宿点。请先告诉我住客住在哪里，一分钟就好。
premises-kind-example = 出租房间：按第一个按钮。
premises-kind-why = 酒店、工地和住宅要问的内容不同。
level-why = 它决定由哪个派出所接收登记。
street-why = 便于找到地方。
landmark-ask = 附近有什么？
landmark-example = 例如：兰卡寺后面
landmark-label = 附近
