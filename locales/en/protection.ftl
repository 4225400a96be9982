# The protection lane: asking for advice, the desk, the help card. Neutral words: somebody may look over the shoulder.

home-advice = 🤝 Ask for advice
home-card = ☎️ Help card
talk-leave = ✕ Close and clear
concern-summary = What you tell us
concern-send = ✓ Send it
concern-topic-ask = What is it about?
concern-topic-example = Press what fits best. You need not give a name, a phone number or proof.
concern-topic-why = People whose work is to help read it; not your place, and not the police post. “Close and clear” removes this talk from the chat at once.
concern-topic-label = About
topic-cannot-leave = Somebody cannot leave, or their papers are held
topic-child-alone = A child is alone
topic-hurt = Somebody is hurt or threatened
topic-money = An officer or somebody else asked for money
topic-other = Something else
concern-place-ask = Roughly where is it?
concern-place-example = Example: Poipet. Or press “Skip”.
concern-place-why = So that those who are nearest can help.
concern-place-label = Where
concern-text-ask = What would you like to tell?
concern-more-ask = What would you like to add?
concern-text-example = Example: “The boss keeps the passports, and the door is locked at night.” Or press “Skip”.
concern-text-why = In your own words and language. The more they know, the better they can help.
concern-text-label = Told
concern-answer-ask = May they answer you?
concern-answer-example = An answer comes here as “There is an answer for you”, without a word of what it is about.
concern-answer-why = They see neither your name nor your number. If somebody else looks at this phone, choose “No answer, please”.
concern-answer-label = Answer
concern-answer-yes = Yes, here in this chat
concern-answer-no = No answer, please
concern-sent =
    🤝 Thank you. It is on its way to people who help.

    I will not ask about it again, and nothing here leads to your other messages. If somebody is in danger at this moment, please do not wait for an answer: call for help.

    “Close and clear” removes this talk from the chat, your messages and mine. Otherwise I do it within a day.
concern-no-way-back = Nothing can be added to this any more. Please ask for advice again.
answer-waits = 📩 There is an answer for you.
answer-open = Open
answer-add = ✍️ Add something
answer-received = We have read what you told us, and are looking after it. Thank you for telling us.
answer-tell-more = We want to help. Please tell us a little more: where exactly is it, since when, and how many people? Press “Add something”.
answer-danger = If somebody is in danger at this moment: go to where other people are, and call for help from there. Do not put yourself in danger. We are looking after it.
answer-papers = Nobody may keep another person's passport. The embassy of the person's country can issue papers for the way home, even when the passport is gone.
answer-done = It has been looked after. Thank you: what you told us has helped.
press-answer-received = 💬 We have read it
press-answer-tell-more = 💬 Where, since when?
press-answer-danger = 💬 If in danger now
press-answer-papers = 💬 How to get papers
press-answer-done = 💬 It is settled
case-close = ✔️ Close the case
case-release = ➡️ Release the alerts
case-keep = ✋ Keep them here
case-title = Case of the protection desk
# $topic (String) - what about
# $number (String) - the case's number
# $place (String) - roughly where
# $moment (String) - when it was told
# $told (String) - what was told
# $answers (String) - whether and what was answered
# $state (String) - what has become of it
case-concern =
    🤝 ⟦{ $topic }⟧ ⟪{ $number }⟫

    Where: { $place }
    Told on { $moment }, in confidence:
    { $told }

    { $answers }
    { $state }
# $number (String) - the case's number
# $premises (String) - the place's name
# $kind (String) - the place's kind
# $address (String) - its address
# $signals (String) - what the case rests on, a line each
# $count (String) - how many alerts are held back
# $state (String) - what has become of it
case-premises =
    🛟 ⟦Please look first⟧ ⟪{ $number }⟫

    Place: ⟦{ $premises }⟧ ({ $kind })
    { $address }

    As far as was reported:
    { $signals }

    Alerts held back: { $count }. No police unit sees them or this case, and the place knows nothing of it.
    { $state }
signal-child-alone = • A child, and no adult is reported in the same room
signal-crowded = • Far more people than the place has room for
signal-many-overstays = • Many people at once whose stay-until date has passed
case-open = Status: waits for the desk
# $officer (String) - who asked
# $moment (String) - when
case-releasing = Status: { $officer } wants to release the alerts ({ $moment }); a second officer has to press the button too
# $officers (String) - who released
# $moment (String) - when
case-released = Status: released by { $officers } on { $moment }; the alerts went to the units as always
# $first (String) - who asked
# $second (String) - who confirmed
case-two = { $first } and { $second }
case-lapsed = the rulebook (no desk was enrolled)
# $officer (String) - who decided
# $moment (String) - when
case-kept = Status: kept here by { $officer } on { $moment }
# $officer (String) - who closed it
# $moment (String) - when
case-closed = Status: closed by { $officer } on { $moment }
case-answer-possible = An answer is welcome: press one of the sentences.
case-answer-unwanted = No answer can be sent.
# $label (String) - which sentence
# $officer (String) - who answered
# $moment (String) - when
case-answer-line = { $label } ({ $officer }, { $moment })
case-noted = Noted.
case-answered = The answer is on its way.
case-needs-another = Noted. A second officer of this desk has to press it too.
case-over = This has been decided already.
operator-case-waits =
    ⚠️ A case waits, because no protection desk is enrolled.
    Enrol one with: snaknov unit add --level protection
card =
    ☎️ ⟦Help card⟧, for everyone

    • Nobody may keep your passport: not an employer, a landlord or an agent.
    • You may ask for a translator, at the police and in hospital.
    • Your embassy can issue papers, even when yours are lost or held.
    • A mistake with a visa or a date can be put right. Ask early.
    • To ask somebody in confidence: /advice
# $number (String) - what to dial
# $name (String) - the hotline's name
# $languages (String) - languages spoken
# $hours (String) - when
card-hotline = ☎️ ⟪{ $number }⟫ { $name } ({ $languages }; { $hours })
