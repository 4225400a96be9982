# Spreadsheets to fill in, and the lists of guests as files.

files-button = 📎 名单和表格
# $premises - the place's name
files-page =
    📎 ⟦名单和表格⟧
    { $premises }

    可以填写的表格，或者把住客名单做成文件。
files-template = 📄 空白登记表
files-template-ask =
    📄 ⟦空白登记表⟧

    您要哪种格式？

    • Excel：有下拉列表和说明，也可用 WPS、Google Sheets 打开。
    • CSV：给其他程序用。
# $list - which list
files-guests-ask =
    ⟦{ $list }⟧

    您要哪种格式？

    • Excel：方便阅读，也可用 WPS、Google Sheets 打开。
    • CSV：给其他程序用。
    • UNL：给能读 Ubyport 文件的酒店系统用。
files-xlsx = 📗 Excel (XLSX)
files-csv = CSV
files-unl = UNL
files-template-follows = 📄 空白登记表马上发到这里。填好后请发回给我。
files-guests-follow =
    📎 文件马上发到这里。

    里面有住客的个人信息，请不要给别人看。
files-wait = 🙂 这个文件刚刚发过，请往上翻一翻。一分钟后可以再要一次。
files-nobody = 这份名单里没有人，没有内容可以做成文件。
# $kind - for which kind of place
files-template-caption = 📄 空白登记表：{ $kind }
# $list - which list
# $premises - the place's name
# $moment - when it was put together
# $count - how many guests
files-guests-caption =
    { $list }：⟦{ $premises }⟧
    截至{ $moment }，住客{ $count }人
# $count - how many did not fit
files-left-out = 文件里是最近的住客，较早的{ $count }人放不下。
command-template = 可以填写的表格
command-export = 把住客名单做成文件
table-sheet-howto = 填写说明
table-sheet-lists = 列表
table-number = 序号
table-example = 示例
table-correct = 需更正
table-report = 登记编号
table-reported-at = 登记时间
table-timeliness = 是否按时
table-on-time = 按时
table-late = 逾期
table-departed-on = 实际离开日期
table-hint-unit = 按门上的写。例如：012
table-hint-name = 按证件上的写法，姓在前，用拉丁字母（拼音）。例如：WANG XIAOMING
table-hint-birth = 日/月/年。例如：07/03/1985。证件上只有年份的，只写年份：1985
table-hint-number = 按证件写，前面的0也要写。例如：012345678
table-hint-list = 请从列表中选择。
table-hint-country = 请从列表中选择，也可以写国名或证件上的三个字母。例如：CHN
table-hint-date = 日/月/年。例如：25/11/2026。如果电脑把日和月弄反了，请写 2026-11-25。
table-hint-stay-until = 入境章或最新延期贴纸上的日期，不是签证本身的有效期。例如：25/11/2026
table-howto =
    每位住客一行。标有“示例”的两行不会读取，可以删除。
    姓名按证件上的写法，姓在前，用拉丁字母（拼音）。
    日期写成日/月/年，例如 25/11/2026。证件上只有出生年份的，只写年份即可。
    “可停留至”是入境章或最新延期贴纸上的日期，不是签证本身的有效期。
    有下拉列表的栏，请从列表中选择；国家也可以直接填写。
    没有出示证件的住客，请选“没有出示”。不知道的请留空。
    请在 Telegram 里把文件发给 Snaknov。您会先看到读取的内容，您确认之前不会登记。
