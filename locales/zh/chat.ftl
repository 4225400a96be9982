# The conversation around the forms.

language-ask = ភាសា · Language · 语言
language-set = 好的，我用中文和您交流。
home =
    ⟦Snaknov⟧ 帮您登记住在您那里的外国人，不用两分钟。

    您要做什么？
home-report = 📝 登记入住
home-add-premises = ➕ 添加住宿点
home-premises = 🏠 我的住宿点
home-language = 🌐 语言
home-help = ❓ 帮助
home-privacy = 🔒 隐私
home-menu = ☰ 菜单
# $chat - the group's number in Telegram
group-hello = 登记只能在私聊里办理。在群里，我只给管理员已开通的派出所发送通报。本群编号：⟪{ $chat }⟫

# $version - version of the privacy text
consent =
    🔒 ⟦开始之前⟧

    您要告诉我住客的一些信息：姓名、证件及号码、性别、出生日期、国籍、签证和可停留至哪一天、房间、入住和离开日期；工地和公司宿舍还包括劳工证。法律要求登记这些信息。

    • 这些信息只发给管辖您住宿点的警方单位；联系不上该单位时，发给其上级单位。您住宿点的同事也能看到。
    • 信息加密保存，登记离开满12个月后删除。回执不含住客姓名，保存5年。
    • 证件照片一律不保存。
    • 随时可以用 /privacy 再看这段说明，也可以在那里撤回同意。/mydata 把您的全部数据发给您，/deletemydata 删除法律不要求保留的内容。

    隐私说明版本：{ $version }
consent-agree = ✓ 同意
consent-decline = 不同意
consent-declined = 好的，由您决定，不会保存任何住客信息。改变主意的话，请按“登记入住”或发送 /start。
consent-thanks = 谢谢，已记录。
# $version - version of the privacy text
# $given - when consent was given, or that it was not
privacy =
    🔒 ⟦隐私⟧（版本 { $version }）

    本机器人是登记服务，不是移民总局。

    ⟦保存什么：⟧您的 Telegram 编号和语言、您的住宿点、在那里工作的人以及同事对他们的称呼；每位住客的姓名、证件号码、性别、出生日期、国籍、签证种类、可停留至的日期、入住和离开日期、房间，以及您说过的来处和去向；工地和公司宿舍还包括劳工证。住客自己填写的表格内容相同，会交到您这里，由您发送后才算登记。
    ⟦谁能看到：⟧您和该住宿点的同事；管辖该住宿点的警方单位，联系不上时由其上级单位，通过通报看到。群里不显示个人信息；每次查看详情都有记录。
    ⟦保存多久：⟧登记离开后12个月；回执不含住客姓名，保存5年；没填完的登记保存7天。
    ⟦怎么保存：⟧在硬盘上加密保存。证件照片不保存。
    ⟦您可以做什么：⟧/mydata 把您的全部数据发给您。/deletemydata 会说明法律要求保留什么，其余删除。没有您的同意，不能开始新的登记；但对于您已登记的住客，您的回答仍会记录，因为法律要求这样做。

    您的同意：{ $given }
# $moment - when consent was given
privacy-given = 已同意（{ $moment }）
privacy-not-given = 尚未同意
privacy-withdraw = 撤回同意
privacy-withdrawn = 已撤回同意，没填完的登记已删除。已提交的登记按法律要求的期限保存，对这些住客的回答仍会记录。/deletemydata 可删除不必保留的内容。想重新开始，随时发送 /start。
help =
    ❓ ⟦帮助⟧

    /report – 登记入住
    /stays – 在住名单：离开、延期、更正
    /receipts – 再取回执
    /template – 可以填写的表格
    /export – 把住客名单做成文件
    /premises – 我的住宿点和同事
    /language – ភាសា · Language · 语言
    /advice – 咨询
    /check – 核验回执
    /privacy – 保存哪些信息，以及您的同意
    /mydata – 导出我的数据
    /deletemydata – 删除我的数据
    /cancel – 停止当前操作
    /start – 菜单

    按钮上的字也可以直接输入。提交前填错了都能改。填到一半停下也没关系，进度保留7天。

    法律规定：向外国人提供住处的人，须在{ $hours }小时内登记。从到达当天结束时起算。
cancelled = 已停止。什么都没有提交，填过的内容已删除。
nothing-to-cancel = 现在没有要停止的操作。
continue-here = 我们接着填：

# What came was something else than expected.
odd-sticker = 😊 谢谢！不过表情贴纸没法填进登记里。
odd-voice = 我听不了语音消息。请打字，或按按钮。
odd-video = 我看不了视频。请打字，或按按钮。
odd-edited = 看到您修改了之前的消息，不过我以最初发的为准。要改答案，请按“上一步”，或在最后按“修改”。
odd-own-contact = 谢谢，我不需要您的电话号码，也没有保存。
odd-other-contact = 我不需要任何人的电话号码，也没有保存。
odd-location = 谢谢，不过现在不需要发位置。
odd-other = 这种消息我处理不了。请打字，或按按钮。
odd-text = 没看懂您的意思，请用菜单：
odd-command = 没有这个命令。发送 /help 看看我能做什么。
# $user - the person's number in Telegram
your-number = 您的 Telegram 编号：⟪{ $user }⟫。管理员登记警员时需要它。
old-button = 这个按钮是之前步骤的。
old-button-alert = 这个按钮已失效。
text-too-long = 内容太长了，请只发答案。
# $reference - a number by which the operator finds the fault
apology = 抱歉，我这边出了问题。内容没有丢失，请再试一次。如果还是不行，请把这个编号告诉管理员：⟪{ $reference }⟫

# Commands, as the client's menu shows them.
command-report = 登记入住
command-premises = 我的住宿点
command-language = ភាសា · Language · 语言
command-help = 帮助
command-privacy = 隐私与同意
command-cancel = 停止当前操作
command-start = 菜单
bot-name = Snaknov · 住客登记
bot-description = 房东、酒店和工地在这里登记入住的外国人。支持柬文、英文和中文，不用两分钟，并有回执。本机器人是登记服务，不是移民总局。
bot-short-description = 两分钟内登记外国住客，并有回执。
share-location = 📍 发送我的位置
not-a-member = 您已不是这个住宿点的成员，无法为它登记。请联系业主。
finish-first = 还有一项没有办完。请先办完，或按“取消”，然后再按那个按钮。
home-stays = 👥 在住名单
home-receipts = 🧾 回执
command-stays = 在住名单：离开、延期、更正
command-receipts = 重新获取回执
command-check = 核验回执
command-mydata = 导出我的全部数据
command-deletemydata = 删除我的数据
command-advice = 咨询
