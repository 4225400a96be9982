# The protection lane: asking for advice, the desk, the help card. Neutral words: somebody may look over the shoulder.

home-advice = 🤝 咨询
home-card = ☎️ 求助卡
talk-leave = ✕ 关闭并清除
concern-summary = 您说的内容
concern-send = ✓ 发送
concern-topic-ask = 是关于什么的？
concern-topic-example = 请按最接近的一项。不用说姓名、电话，也不用证据。
concern-topic-why = 看到这些内容的是专门帮助人的工作人员，不是您的住宿点，也不是派出所。按“关闭并清除”，这段对话马上从聊天里消失。
concern-topic-label = 关于
topic-cannot-leave = 有人走不了，或证件被扣
topic-child-alone = 有孩子独自一人
topic-hurt = 有人受伤或被威胁
topic-money = 警员或其他人要钱
topic-other = 其他事情
concern-place-ask = 大概在哪里？
concern-place-example = 例如：波贝。也可以按“跳过”。
concern-place-why = 这样离得最近的人可以帮忙。
concern-place-label = 地点
concern-text-ask = 您想说什么？
concern-more-ask = 您想补充什么？
concern-text-example = 例如：“老板收着护照，晚上锁门。”也可以按“跳过”。
concern-text-why = 用您自己的话和语言。知道得越多，越能帮上忙。
concern-text-label = 内容
concern-answer-ask = 可以回复您吗？
concern-answer-example = 回复到来时这里只显示“有给您的回复”，不提是什么事。
concern-answer-why = 他们看不到您的姓名和号码。如果别人会看这部手机，请选“不用回复”。
concern-answer-label = 回复
concern-answer-yes = 可以，就在这里
concern-answer-no = 不用回复
concern-sent =
    🤝 谢谢您。消息正转给能帮忙的人。

    这件事我不会再问起，也不会和您的其他消息连在一起。如果现在就有人有危险，请不要等回复，马上求助。

    按“关闭并清除”，您和我说的都从聊天里消失。不按的话，我会在一天之内清除。
concern-no-way-back = 这件事已经不能再补充了。请重新咨询。
answer-waits = 📩 有给您的回复。
answer-open = 打开
answer-add = ✍️ 补充
answer-received = 您说的我们看到了，正在处理。谢谢您告诉我们。
answer-tell-more = 我们想帮忙。请再多说一点：具体在哪里，从什么时候开始，有几个人？请按“补充”。
answer-danger = 如果现在就有人有危险：请到人多的地方，再从那里求助。不要让自己陷入危险。我们正在处理。
answer-papers = 谁都不可以扣留别人的护照。即使护照没有了，本国使馆也可以签发回国用的证件。
answer-done = 这件事已经处理好了。谢谢，您说的帮上了忙。
press-answer-received = 💬 已经看到
press-answer-tell-more = 💬 在哪里、多久了？
press-answer-danger = 💬 如果正有危险
press-answer-papers = 💬 怎样补办证件
press-answer-done = 💬 已处理好
case-close = ✔️ 结案
case-release = ➡️ 放行通报
case-keep = ✋ 留在保护处
case-title = 保护处个案
# $topic - what about
# $number - the case's number
# $place - roughly where
# $moment - when it was told
# $told - what was told
# $answers - whether and what was answered
# $state - what has become of it
case-concern =
    🤝 ⟦{ $topic }⟧ ⟪{ $number }⟫

    地点：{ $place }
    { $moment }保密告知：
    { $told }

    { $answers }
    { $state }
# $number - the case's number
# $premises - the place's name
# $kind - the place's kind
# $address - its address
# $signals - what the case rests on, a line each
# $count - how many alerts are held back
# $state - what has become of it
case-premises =
    🛟 ⟦请先查看⟧ ⟪{ $number }⟫

    住宿点：⟦{ $premises }⟧（{ $kind }）
    { $address }

    根据已登记的情况：
    { $signals }

    暂缓的通报：{ $count }。任何警方单位都看不到这些通报和本个案，住宿点也不知道。
    { $state }
signal-child-alone = • 有未成年人，同一房间没有登记成年人
signal-crowded = • 人数远远超过住宿点的容量
signal-many-overstays = • 多人的可停留日期同时已过
case-open = 状态：等待保护处处理
# $officer - who asked
# $moment - when
case-releasing = 状态：{ $officer } 要求放行通报（{ $moment }），还需要另一名警员按按钮
# $officers - who released
# $moment - when
case-released = 状态：{ $officers } 于{ $moment }放行，通报已照常发给警方单位
# $first - who asked
# $second - who confirmed
case-two = { $first } 和 { $second }
case-lapsed = 按规则（没有开通保护处）
# $officer - who decided
# $moment - when
case-kept = 状态：{ $officer } 于{ $moment }决定留在保护处
# $officer - who closed it
# $moment - when
case-closed = 状态：{ $officer } 于{ $moment }结案
case-answer-possible = 对方希望得到回复：请按一句话。
case-answer-unwanted = 不能回复。
# $label - which sentence
# $officer - who answered
# $moment - when
case-answer-line = { $label }（{ $officer }，{ $moment }）
case-noted = 已记录。
case-answered = 回复正在发送。
case-needs-another = 已记录。还需要本处另一名警员按这个按钮。
case-over = 这件事已经决定了。
operator-case-waits =
    ⚠️ 有一件个案在等待，因为没有开通保护处。
    开通方法：snaknov unit add --level protection
card =
    ☎️ ⟦求助卡⟧，每个人都可以用

    • 谁都不可以扣留您的护照：老板、房东、中介都不行。
    • 在警察局和医院，您都可以要求翻译。
    • 证件丢了或被扣，您的使馆可以补发。
    • 签证或日期弄错了可以改正，请尽早问。
    • 想私下咨询：/advice
# $number - what to dial
# $name - the hotline's name
# $languages - languages spoken
# $hours - when
card-hotline = ☎️ ⟪{ $number }⟫ { $name }（{ $languages }；{ $hours }）
