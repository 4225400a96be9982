# What stands on printed papers. No symbols of the emoji kind: the fonts of the papers have none.

paper-title = 回执
paper-subtitle = 外国住客登记
paper-number = 回执编号
paper-received = 收到时间
paper-premises = 住宿点
paper-address = 地址
paper-guest = 住客
paper-guests = 住客
paper-arrived = 入住日期
paper-reported-by = 登记人
paper-version = 版本
paper-code = 核验码
paper-scan = 扫码核验本回执
paper-footnote = 本回执由登记服务 Snaknov 出具，并非移民总局签发。任何人都可以核验：扫描二维码，或把编号和核验码发给 Telegram 里的机器人。
# $moment - when it was printed
paper-printed = 打印时间：{ $moment }。时间均为金边时间。
