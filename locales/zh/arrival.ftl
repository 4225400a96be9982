# Reporting an arrival and its receipt; telling an extension.

arrival-premises-ask = 住客住在哪个住宿点？
arrival-premises-label = 住宿点
arrival-document-ask = 住客给您看了什么证件？
arrival-document-why = 看到什么就选什么，选“没有出示”也可以。
arrival-document-label = 证件
arrival-number-ask = 证件号码和姓名（照证件上写）？
arrival-number-example = 可以一条消息一起发，也可以先发号码。例如：N01234567 WANG XIAOMING
arrival-number-why = 有了号码，以后查得到这次登记，也不会认错人。
arrival-number-label = 证件号码
number-too-short = 这个号码太短了。
number-too-long = 这个号码太长了。
number-no-digit = 证件号码里至少要有一个数字。
# $character - what does not belong there
number-strange = 证件号码里不会有“{ $character }”，只有字母A–Z和数字。
arrival-name-ask = 证件上的姓名？
arrival-name-example = 请用拉丁字母（拼音）填写。例如：WANG XIAOMING
arrival-name-why = 照证件上写，大家的写法才一致。
arrival-name-label = 姓名
# $example - what an answer may look like
name-not-latin = 证件上一般也印有拉丁字母的姓名，真的没有吗？{ $example }
name-no-letters = 这里面没有字母。
name-too-long = 姓名太长了。
name-has-digits = 姓名里不会有数字。
# $character - what does not belong there
name-strange = 姓名里不会有“{ $character }”。
arrival-sex-ask = 证件上的性别是F还是M？
arrival-sex-label = 性别
arrival-birth-ask = 出生日期？
arrival-birth-example = 按年、月、日填写。例如：1985/3/7。证件上只有年份的，只填年份。
arrival-birth-why = 可以区分同名的人，也能保护未成年人。
arrival-birth-label = 出生日期
arrival-nationality-ask = 证件是哪个国家签发的？
arrival-nationality-example = 请按按钮，或输入国名。例如：韩国
arrival-nationality-why = 国籍和证件号码是一起的，任何规则都不看国籍。
arrival-nationality-label = 国籍
nationality-not-found = 没找到这个国家。请输入国名，或证件上的三个字母。例如：中国、CHN
arrival-visa-ask = 证件上是哪种签证？
arrival-visa-example = 看签证或延期贴纸上的字母。没有或看不清，也可以直接选择。
arrival-visa-why = 知道签证种类，才知道该看哪个日期。
arrival-visa-label = 签证
arrival-stay-until-ask = 住客可以停留到哪一天？
arrival-card-until-ask = 居留证的有效期到哪一天？
arrival-stay-until-example = 看①入境章，或②最新的延期贴纸，把日期发过来。例如：2026/5/3
arrival-card-until-example = 在居留证正面。请输入日期。例如：2026/5/3
arrival-card-until-why = 居留证有效期为两年。
arrival-stay-until-why = 以这个日期为准，不看签证本身的有效期。
arrival-stay-until-label = 可停留至
arrival-stay-until-unreadable = 看不清
# $date - the date as it was read
arrival-stay-until-past = ⟦{ $date }⟧已经过了。最新的入境章或延期贴纸上真的是这个日期吗？
arrival-source-ask = 这个日期是在哪里看到的？
arrival-source-label = 日期来源
arrival-unit-ask = 住哪个房间？
arrival-unit-example = 例如：204
arrival-unit-label = 房间
arrival-arrived-ask = 住客是哪天入住的？
arrival-arrived-example = 请按按钮，或输入日期。例如：2026/11/20
arrival-arrived-why = { $hours }小时的登记时限，从入住当天结束时起算。
arrival-arrived-label = 入住日期
# $today - the day it is
arrived-in-future = 这一天还没到，今天是{ $today }。请等住客到了再登记。
arrival-leaves-ask = 住客哪天离开？
arrival-leaves-example = 不知道就按“跳过”。例如：2026/11/25
arrival-leaves-label = 离开日期
leaves-before-arrival = 这一天比入住日期还早。请再看一下日期，或按“跳过”。
arrival-work-ask = 这个人在这里工作吗？
arrival-work-why = 劳工证每年1月至3月续办。
arrival-work-label = 工作
arrival-summary = 入住登记
arrival-send = ✅ 提交登记

# $number - the report's number
# $code - the verification code
# $moment - when it was received
# $timeliness - on time or late
# $premises - the place's name
# $address - its address
# $guest - who was reported
# $arrived - day of arrival
receipt =
    🧾 ⟦回执⟧ ⟪{ $number }⟫

    收到时间：{ $moment }（金边时间）
    { $timeliness }
    住宿点：⟦{ $premises }⟧，{ $address }
    住客：{ $guest }
    入住日期：{ $arrived }
    核验码：⟪{ $code }⟫

    请保存这条消息，它能证明您登记过以及登记的时间。这是本服务出具的回执，如有需要，由警员确认。
# $deadline - until when a report was on time
receipt-on-time = ✅ 按时登记（截止时间：{ $deadline }）
# $deadline - until when a report was on time
receipt-late = 🕐 已过截止时间（{ $deadline }）。登记了就好，下次请在住客到达后尽快登记。
receipt-exempt = 外交人员：豁免，不作审核
receipt-unnamed = 姓名不清楚
report-another = ➕ 再登记一位
report-sent = ✅ 已提交，回执马上发给您。
# $number - the report's number
report-sent-already = 这份登记已经提交过了：⟪{ $number }⟫。

extension-summary = 签证延期
extension-visa-ask = 延期贴纸上是哪种签证？
extension-until-ask = 延期后可以停留到哪一天？
# $date - the date as it was read
extension-in-past = { $date }已经过了。请输入最新的延期贴纸上的日期。例如：2027/5/3
# $number - the report's number
# $date - the new date
# $moment - when it was received
extension-done =
    ✅ 已记录（{ $moment }）：住客可停留至⟦{ $date }⟧。
    登记编号：⟪{ $number }⟫
arrival-unseen-name-ask = 就您所知，住客叫什么名字？
arrival-unseen-name-example = 尽量用拉丁字母。例如：WANG XIAOMING
arrival-unseen-sex-ask = 住客是女性还是男性？
arrival-unseen-nationality-ask = 就您所知，住客来自哪个国家？
arrival-unseen-birth-ask = 就您所知，住客是什么时候出生的？
arrival-premises-example = 请按住宿点的名称。
arrival-premises-why = 每个住宿点由各自的派出所管辖。
arrival-document-example = 多数住客：护照。
arrival-sex-example = 在姓名旁边。例如：M
arrival-sex-why = 便于区分同名的人。
arrival-unseen-sex-example = 请按按钮。
arrival-unseen-why = 知道多少填多少，“不清楚”也可以。
arrival-unit-why = 以便找对住客，不打扰别人。
arrival-leaves-why = 了解计划住多久；有变动也没关系。
arrival-work-example = 按您知道的选。例如：有劳工证的瓦工。
arrival-source-example = ① 入境章，② 延期贴纸：见图。
arrival-source-why = 注明出处，免得把日期弄混。
extension-visa-example = 字母在贴纸上。例如：EB
extension-visa-why = 它与新日期相对应。
# $date - the date as it was read
arrival-card-until-past = ⟦{ $date }⟧已经过了。居留证上真的是这个日期吗？
extension-until-example = 在最新的延期贴纸上，见图②。例如：2027/5/3
extension-sent = ✅ 已提交，正在记录新日期。
