# How facts read: dates, kinds, levels.

# $day - day of the month
# $month - month's number, 1 to 12
# $year - year
day = { $year }年{ $month }月{ $day }日
# $month - month's number, 1 to 12
# $year - year
month = { $year }年{ $month }月
# $day - a day, written out
# $time - hours and minutes
moment = { $day } { $time }

kind-rental = 🏠 出租的房屋、公寓或房间
kind-hotel = 🏨 酒店或宾馆
kind-construction-site = 🏗 工地
kind-company-housing = 🏭 公司或工厂宿舍

document-passport = 护照
document-residence-card = 居留证
document-other = 其他证件
document-diplomatic = 外交护照
document-none = 没有证件
document-not-shown = 没有出示

visa-t = T 旅游
visa-e = E 普通（商务）
visa-eb = EB 工作
visa-eg = EG 求职
visa-er = ER 退休
visa-es = ES 学生
visa-b = B 公务
visa-c = C 礼遇
visa-k = K 柬裔
visa-g = G
visa-a = A 外交
visa-none = 没有签证或印章
visa-unknown = 看不出来

source-entry-stamp = ① 入境章
source-extension-sticker = ② 延期贴纸
source-card = 居留证

sex-female = F · 女
sex-male = M · 男
sex-unspecified = X

work-with-permit = 在这里工作，有劳工证
work-without-permit = 在这里工作，没有劳工证
work-permit-not-seen = 在这里工作，没看到劳工证
work-not-here = 不在这里工作

rule-overstay = 可停留日期已过
rule-no-document = 未见到证件
rule-no-permission = 证件上没有签证、入境章或延期贴纸
rule-card-expired = 居留证已过有效期

level-post = 乡/分区派出所
level-district = 区/县/市警察局
level-province = 省（市）警察总局
level-national = 移民总局
document-parent-card = 列在父母的居留证上
rule-turned-18 = 已满18岁，没有自己的居留证
rule-work-permit-missing = 未见到劳工证
rule-two-places = 同一证件登记在两处
rule-late-report = 逾期登记
rule-silent-premises = 长时间没有登记
level-protection = 受害人保护处
role-owner = 业主
role-manager = 经理
role-clerk = 职员
role-guard = 保安
# $called - as colleagues know them
# $role - their part
called-as = { $called }（{ $role }）
duty-draft = ✏️ 未完成
# $deadline - until when it must be sent
duty-due = ⏳ 请在{ $deadline }前提交
duty-sent = ✅ 已提交
duty-acknowledged = ☑️ 警方已查收
duty-corrected = ✏️ 已更正
duty-cancelled = 🗑 已取消
duty-exempt = ➖ 豁免，不作审核
report-arrival = 入住
report-departure = 离开
report-extension = 签证延期
report-move = 换住宿点
report-correction = 更正
report-cancellation = 取消
reason-mistyped = 填错或看错了
reason-other-document = 住客出示了别的证件
reason-plans-changed = 房间或计划有变
reason-never-came = 住客没有来
reason-double = 重复登记
reason-wrong-place = 住宿点选错了
reason-not-left = 住客没有离开
reason-other = 其他原因
reason-came-since = 后来才有
# $work - how the person works here
# $date - last day of the work permit
work-permit-until = { $work }（有效期至{ $date }）
# $labour - how the person works here, and until when the permit is valid
work-line = 工作：{ $labour }
