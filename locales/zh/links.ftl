# Who works at a place, and what guests fill in themselves: both through links that work once.

link-in-a-minute = 我刚启动，暂时还不能生成链接。请过一分钟再按一次。
link-unknown = 找不到这个链接，可能复制时漏了字符。请让发链接的人再发一次。
link-used = 这个链接已经用过了，每个链接只能用一次。如果还需要，请让发链接的人给您一个新的。
link-expired = 这个链接已经过期。请让发链接的人给您一个新的，按两下就行。
link-revoked = 这个链接已被收回，不能再用。请问一下发链接的人。
place-back = ← 住宿点列表
# $premises - the place
# $kind - what kind of place
# $address - its address
# $role - the reader's part there
# $count - how many work there
place-card =
    ⟦{ $premises }⟧
    { $kind }
    { $address }

    您的身份：{ $role }。成员：{ $count }人。
place-stays = 👥 在住名单
place-members = 🧑‍💼 成员
place-invite = ✉️ 邀请成员
place-guest-links = 🔗 住客链接
place-leave = 🚪 退出这个住宿点
# $premises - the place
place-leave-ask = 确定退出⟦{ $premises }⟧吗？退出后看不到那里的住客，也不能为它登记。已提交的登记仍然保留。
place-leave-yes = 是的，退出
# $premises - the place
place-left = 您已退出{ $premises }。
place-last-owner = 每个住宿点都要有业主，这是最后一位业主。请先邀请另一位业主。
# $premises - the place
members-heading = 🧑‍💼 ⟦{ $premises }⟧：成员
# $member - who, with their part
# $date - since when
members-line = • { $member } · 自{ $date }起
# $member - who, with their part
# $date - since when
members-line-you = • { $member } · 自{ $date }起 · 您
members-invited = ✉️ 已邀请，还没有答复：
# $member - who, with their part
# $until - until when
members-invited-line = • { $member } · 链接有效至{ $until }
# $member - who, with their part
members-revoke = ✕ 移除：{ $member }
# $member - who, with their part
members-take-back = ↩︎ 收回邀请：{ $member }
members-taken-back = 邀请已收回，链接不能再用。
# $member - who, with their part
# $premises - the place
members-revoke-ask = 确定把⟦{ $member }⟧从{ $premises }移除吗？移除后，对方立即看不到这里的任何内容，也不能为这里登记，并会收到通知。
members-revoke-yes = 是的，移除
# $member - who, with their part
members-revoked = { $member }已移除。
members-back = ← 成员列表
# $premises - the place
revoked = 您已不再是⟦{ $premises }⟧的成员。如有误会，请联系业主。
invitation-summary = 邀请
invitation-role-ask = 这个人在这里是什么身份？
invitation-role-example = 业主什么都能办；经理也一样，但不能邀请或移除业主和经理；职员可以登记和更正；保安只登记入住和离开。
invitation-role-why = 每位成员都能看到这里的住客，请选权限够用的最低身份。
invitation-role-label = 身份
invitation-called-ask = 同事们怎么称呼这个人？
invitation-called-example = 例如：达拉，夜班
invitation-called-why = 这个称呼会显示在其经办的登记和回执上。
invitation-called-label = 称呼
invitation-make = ✉️ 生成链接
invitation-made = 链接在下面。请只发给本人，或让对方扫描图片。
# $premises - the place
# $role - their part
# $until - until when
# $link - the link
invitation-link =
    ✉️ 邀请您成为⟦{ $premises }⟧的{ $role }。请打开链接或扫描图片。只能用一次，有效至{ $until }。

    { $link }
# $premises - the place
# $role - their part
invited =
    ✉️ 邀请您成为⟦{ $premises }⟧的⟦{ $role }⟧。

    接受后，您能看到那里的住客，并为那里登记；每次登记都会注明由您经办。
invited-accept = ✓ 接受
invited-decline = 谢绝
# $premises - the place
# $role - their part
invited-joined = ✅ 您现在是⟦{ $premises }⟧的{ $role }。
# $premises - the place
# $role - their part
invited-already = 您已经是⟦{ $premises }⟧的{ $role }。这个链接别人还能用。
invited-declined = 您已谢绝，链接不能再用。
# $member - who, with their part
# $premises - the place
invitation-accepted = ✅ { $member }已接受邀请，现在是⟦{ $premises }⟧的成员。
# $member - who, with their part
# $premises - the place
invitation-declined = { $member }谢绝了⟦{ $premises }⟧的邀请。
# $premises - the place
guest-links-heading = 🔗 ⟦{ $premises }⟧：住客链接
guest-links-about = 住客打开链接，在自己的手机上用自己的语言填写本人信息；由您核对，补上房间和日期后提交。一个链接给一位住客，只能用一次。
guest-links-new = 🔗 生成住客链接
# $moment - when it was made
# $until - until when
guest-links-unopened = • { $moment }生成，还没有打开，有效至{ $until }
# $moment - when it was made
guest-links-open = • { $moment }生成，住客正在填写
# $moment - when it was handed over
guest-links-handed = • { $moment }已填好，等您核对
# $moment - when it was made
guest-links-take-back = ↩︎ 收回：{ $moment }
guest-links-taken-back = 链接已收回，填过的内容已删除。
guest-links-made = 链接在下面。请只发给住客本人，或让住客扫描图片。
# $premises - the place
# $until - until when
guest-link = 致⟦{ $premises }⟧的住客：请打开链接或扫描图片，填写您的信息。只能用一次，有效至{ $until }。
# $premises - the place
guest-handed = 🧳 一位住客填好了⟦{ $premises }⟧的信息。请与本人和证件核对，补上房间和日期后提交。
guest-handed-open = 📝 核对并登记
guest-gone = 这些信息已经没有了：可能已登记、已收回，或到期删除。
guest-reported-already = 这位住客已由您的同事登记，不用再办。
# $guest - who
# $duty - state of the report
guest-waiting = • { $guest } · 住客自己填写 · { $duty }
# $guest - who
guest-waiting-open = 📝 { $guest }：核对并登记
guest-seen-ask = 您见到本人并看过证件了吗？
guest-seen-example = 这些是住客自己填的；如果还没核对，请按“现在核对”。
# $summary - what the guest entered, one a line
guest-seen-compare =
    请与证件核对：
    { $summary }
guest-seen-why = 登记由您提交并负责，住客只是帮忙填写。
guest-seen-label = 核对
guest-seen-yes = ✓ 是的，与填写一致
guest-seen-now = 🔍 现在核对
guest-seen-differs = ✏️ 有不一致，由我改正
# $premises - the place
# $days - days for which it is kept if nobody reports it
guest-consent =
    🔒 ⟦{ $premises }⟧请您填写个人信息

    向外国人提供住处的人必须向警方登记。您可以在这里自己填写，避免写错。

    • ⟦填什么：⟧证件及号码、姓名、性别、出生日期、国籍、签证、可停留至哪一天。
    • ⟦谁能看到：⟧住宿方与您的证件核对，补上房间和日期后提交；之后是管辖该住宿点的警方单位。
    • ⟦保存多久：⟧您填的内容加密保存，没有登记的话{ $days }天后删除，在那之前您可以收回。登记在您离开满12个月后删除。
    • 登记后，您会收到带编号的证明。不需要照片。

    您也可以不同意，照常向住宿方出示证件。
guest-consent-agree = ✓ 同意
guest-consent-decline = 不同意
guest-declined = 好的，由您决定，不会保存您的任何信息。请照常向住宿方出示证件。改变主意的话，再打开链接即可。
# $premises - the place
guest-own-link = 这是给{ $premises }住客的链接，而您是那里的成员。请发给住客，链接仍然有效。
guest-form-summary = 您的信息
guest-form-hand-over = ✅ 交给住宿方
guest-document-ask = 您带着什么证件？
guest-document-why = 住宿方会拿这份证件与您填的内容核对。
guest-birth-ask = 您的出生日期？
guest-stay-until-ask = 您可以在柬埔寨停留到哪一天？
# $premises - the place
guest-done = ✅ 已交给⟦{ $premises }⟧。住宿方与证件核对后提交登记，之后您会在这里收到证明。
guest-done-change = ✏️ 修改
guest-done-take-back = ↩︎ 收回
guest-done-taken-back = 您已收回，填过的内容已删除。请照常向住宿方出示证件。
# $premises - the place
# $moment - when it was reported
# $number - the report's number
# $code - the verification code
guest-proof =
    🧾 ⟦{ $premises }⟧已为您登记住宿：{ $moment }（金边时间）。

    证明：⟪{ $number }⟫，核验码：⟪{ $code }⟫

    任何人都可以在这里核验，发送：⟪/check { $number } { $code }⟫
    请保存这条消息。这是本服务出具的证明，不是移民总局出具的。
