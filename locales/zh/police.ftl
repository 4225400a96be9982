# Alerts, for officers; questions to reporters before an alert.

# $rule - what it states
# $number - the alert's number
# $premises - the place's name
# $kind - the place's kind
# $address - its address
# $unit - room, or that it was not given
# $fact - the fact and where it comes from
# $arrived - day of arrival
# $reported - when it was reported
# $more - corrections and departure, a line each
# $state - what has become of the alert
alert =
    🔔 ⟦{ $rule }⟧ ⟪{ $number }⟫

    住宿点：⟦{ $premises }⟧（{ $kind }）
    { $address }
    房间：{ $unit }

    事实：
    • { $fact }
    • 入住日期：{ $arrived }
    • 住宿点登记时间：{ $reported }{ $more }

    { $state }
# $date - the stay-until date
# $source - where it was read
# $days - days since then
fact-overstay = 可停留至{ $date }（已过{ $days }天）。日期由登记人填写，来源：{ $source }
fact-no-document = 登记人说此人没有证件。
fact-not-shown = 登记人未见到证件：此人没有出示。
fact-no-permission = 登记人在证件上没有看到签证、入境章或延期贴纸。
# $date - last day of validity
# $days - days since then
fact-card-expired = 居留证有效期至{ $date }（已过{ $days }天）。日期由登记人填写
# $date - the date stated later
# $source - where it was read
fact-later-date = 登记人后来填写了新的日期：{ $date }，来源：{ $source }
state-open = 状态：新收到
# $officer - who took it
# $moment - when
state-acknowledged = 状态：✅ { $officer } 已签收（{ $moment }）
# $moment - when
# $cause - why
state-withdrawn = 状态：已撤销（{ $moment }），因为{ $cause }
alert-acknowledge = ✅ 签收
alert-details = 🔎 详情
alert-acknowledged = 您已签收这条通报。
# $officer - who was first
alert-acknowledged-already = 已由 { $officer } 签收。
alert-not-enrolled = 只有已加入本单位的警员才能这样做。
alert-details-sent = 详情已发到您和我的私聊里。
alert-details-start-first = 请先打开和我的私聊，按“开始”（Start），再回来按“详情”。
# $number - the alert's number
# $rule - what it states
# $name - the person's name
# $document - kind of document
# $document_number - its number
# $nationality - nationality
# $sex - sex
# $birth - birth date
# $visa - visa class
# $stay_until - stay-until date
# $source - where it was read
# $premises - the place
# $address - its address
# $unit - room
# $arrived - day of arrival
# $permit - a line on work and permit, or nothing
# $report - the report's number
# $history - its versions, where there are several
# $trail - other stays of the same document, for province level and above
details =
    🔎 ⟦{ $rule }⟧ ⟪{ $number }⟫

    姓名：⟦{ $name }⟧
    证件：{ $document } ⟪{ $document_number }⟫
    国籍：{ $nationality }
    性别：{ $sex }
    出生日期：{ $birth }
    签证：{ $visa }
    可停留至：{ $stay_until }（来源：{ $source }）

    住宿点：{ $premises }，{ $address }
    房间：{ $unit }
    入住日期：{ $arrived }{ $permit }
    登记编号：⟪{ $report }⟫{ $history }{ $trail }

    以上内容均由登记人填写，未经核实。本次查看已记录。请勿复制。
# $unit - the unit's name
officer-hello =
    您已加入⟦{ $unit }⟧，身份是警员。

    通报会发到本单位的群里。按“详情”，登记的内容会发到您自己的私聊里。每次查看都有记录。
# $number - the alert's number
# $place - the commune
operator-no-unit =
    ⚠️ { $place }还没有负责的警方单位，通报⟪{ $number }⟫在等待。
    开通单位的命令：snaknov unit add
# $number - a row of the quarantine
operator-quarantine = ⚠️ 有一条消息（update）处理失败三次，已搁置。查看：snaknov quarantine show { $number }
# $name - the unit's name
operator-unit-unreachable = ⚠️ 已联系不上单位 { $name } 的群，未签收的通报已转给上一级单位；没有上级单位的，先等待。

# $premises - the place's name
# $unit - room
# $date - the stay-until date
# $arrived - day of arrival
check =
    🙂 请核实一下：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这位住客可停留至{ $date }。现在是哪种情况？
check-left = 住客已离开
check-extended = 已办延期
check-still = 还住着，没办延期
check-left-done = 谢谢，已记录今天离开。
check-still-done = 谢谢。以后办了延期，请按“已办延期”，我来记录新的日期。
check-closed = 谢谢，这个问题已经回答过了。
fact-turned-18 = 此人列在父母的居留证上，现已成年；尚未登记其本人的居留证。
# $arrived - day of arrival
fact-work-permit-missing = 此人在该处工作，自{ $arrived }起住在该处；没有出示劳工证。
# $premises - the other place's name
# $address - its address
# $arrived - day of arrival there
# $number - the report from there
fact-two-places = 同一证件也登记在⟦{ $premises }⟧，{ $address }，自{ $arrived }起（登记编号：⟪{ $number }⟫）
fact-two-places-over = 同一证件曾登记在两处；其中一处的住宿已结束。
# $moment - when
# $version - which version
# $reason - why
more-corrected = • 住宿点于{ $moment }更正，第{ $version }版：{ $reason }
# $date - day of departure
more-left = • 已登记离开：{ $date }
cause-left = 住客已离开
cause-moved = 住客搬到了同一业主的另一处
cause-extended = 停留许可已延期
cause-corrected = 住宿点更正了登记
cause-cancelled = 住宿点取消了登记
cause-resolved = 两处住宿中的一处已结束
# $premises - the place
# $room - the room
# $date - day of departure
# $number - number of the report
has-left = 🚶 ⟦{ $premises }⟧，房间：{ $room }。住客已于{ $date }离开（登记编号：⟪{ $number }⟫）。
# $premises - the place
# $room - the room
# $date - day of arrival
# $number - number of the report
has-arrived = 🚶 ⟦{ $premises }⟧，房间：{ $room }。住客已于{ $date }入住，之前的住宿已结束（登记编号：⟪{ $number }⟫）。
history = 各版本：
# $moment - when
# $by - who
history-first = • { $moment }：由{ $by }登记
# $moment - when
# $by - who
# $reason - why
history-version = • { $moment }：由{ $by }更改（{ $reason }）
# $label - what
# $before - as it was
# $after - as it is
history-change =    { $label }：{ $before } → { $after }
trail = 先后住宿情况：
# $premises - the place
# $address - its address
# $from - first day
# $until - last day, or that it is open
# $number - number of the report
trail-line = • { $premises }，{ $address }：{ $from } – { $until } ⟪{ $number }⟫
trail-open = 未登记离开
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
check-turned-18 =
    🙂 请核实一下：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这位住客列在父母的居留证上，现已满18岁，需要自己的居留证。现在是哪种情况？
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
check-work-permit =
    🙂 请核实一下：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这个人在这里工作，还没有劳工证的记录。现在是哪种情况？
check-moved = 住客已换住宿点
check-has-card = 已有自己的居留证
check-has-permit = 已有劳工证
check-not-yet = 还没有
check-not-yet-done = 谢谢。有了以后请按上面的按钮，我来记录。
# $number - the alert's number
# $cause - why
alert-note-withdrawn = 🔁 ⟪{ $number }⟫ 已撤销，因为{ $cause }。
# $number - the alert's number
# $cause - why
alert-note-changed = 🔁 ⟪{ $number }⟫ 的内容有变，因为{ $cause }。
# $place - where from
trail-came-from = • 之前住处（住宿点所知）：{ $place }
# $place - where to
trail-went-to = • 去向（住宿点所知）：{ $place }
# $unit - the unit's name
# $date - the last day that is counted
# $arrivals - arrivals reported
# $late - of these after the deadline
# $departures - departures reported
# $changes - extensions, corrections, cancellations
# $alerts - open alerts
# $silent - places gone silent, a line each
# $state - whether an officer has seen it
digest =
    📋 ⟦{ $unit }⟧：截至{ $date }的登记

    • 入住：{ $arrivals }（逾期：{ $late }）
    • 离开：{ $departures }
    • 延期、更正、取消：{ $changes }
    • 未签收的通报：{ $alerts }{ $silent }

    { $state }
# $count - how many places
digest-silent = 长时间没有登记、询问后也没有回答的住宿点：{ $count }
# $premises - the place's name
# $address - its address
# $date - the last word from it
digest-silent-line = • { $premises }，{ $address }，自{ $date }起
# $officer - who saw it
# $moment - when
digest-state-seen = 状态：☑️ { $officer } 已查收（{ $moment }）
digest-seen = ☑️ 已查收
digest-seen-done = 谢谢，这里统计的登记已标为已查收。
# $officer - who was first
digest-seen-already = { $officer } 已经查收了。
# $moment - when
# $reason - why
more-cancelled = • 住宿点于{ $moment }取消：{ $reason }
# $premises - the place's name
# $unit - room
# $arrived - day of arrival
# $report - number of the report of arrival
# $date - last day of the work permit
check-permit-ran-out =
    🙂 请核实一下：⟦{ $premises }⟧，房间：{ $unit }（入住日期：{ $arrived }，登记编号：⟪{ $report }⟫）

    这个人在这里工作，劳工证有效期到{ $date }为止。现在是哪种情况？
# $date - last day of the work permit
fact-work-permit-ran-out = 此人在该处工作；出示过的劳工证有效期到{ $date }为止，之后没有登记新的劳工证。
# $date - last day of the work permit
fact-work-permit-since = 此人在该处工作；之后已登记劳工证，有效期至{ $date }。
