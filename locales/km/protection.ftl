# The protection lane: asking for advice, the desk, the help card. Neutral words: somebody may look over the shoulder.

home-advice = 🤝 សុំយោបល់
home-card = ☎️ ប័ណ្ណជំនួយ
talk-leave = ✕ បិទ និងលុប
concern-summary = អ្វីដែលលោកអ្នកប្រាប់
concern-send = ✓ ផ្ញើ
concern-topic-ask = តើអំពីរឿងអ្វី?
concern-topic-example = សូមចុចអ្វីដែលត្រូវជាងគេ។ មិនបាច់ប្រាប់ឈ្មោះ លេខទូរសព្ទ ឬភស្តុតាងទេ។
concern-topic-why = អ្នកអានគឺអ្នកដែលមានការងារជួយមនុស្ស មិនមែនកន្លែងរបស់លោកអ្នក ឬប៉ុស្តិ៍នគរបាលទេ។ «បិទ និងលុប» ដកការសន្ទនានេះចេញពីឆាតភ្លាម។
concern-topic-label = អំពី
topic-cannot-leave = មានអ្នកចេញមិនបាន ឬត្រូវគេកាន់ឯកសារ
topic-child-alone = មានក្មេងនៅម្នាក់ឯង
topic-hurt = មានអ្នកត្រូវគេធ្វើបាប ឬគំរាម
topic-money = មន្ត្រី ឬអ្នកផ្សេងទារលុយ
topic-other = រឿងផ្សេង
concern-place-ask = តើនៅម្ដុំណា?
concern-place-example = ឧទាហរណ៍៖ ប៉ោយប៉ែត។ ឬចុច «រំលង»។
concern-place-why = ដើម្បីឱ្យអ្នកនៅជិតជាងគេអាចជួយបាន។
concern-place-label = នៅម្ដុំ
concern-text-ask = តើលោកអ្នកចង់ប្រាប់អ្វី?
concern-more-ask = តើលោកអ្នកចង់បន្ថែមអ្វី?
concern-text-example = ឧទាហរណ៍៖ «ថៅកែកាន់លិខិតឆ្លងដែន ហើយយប់ឡើងចាក់សោទ្វារ។» ឬចុច «រំលង»។
concern-text-why = ប្រើពាក្យ និងភាសារបស់លោកអ្នក។ ដឹងកាន់តែច្រើន ជួយបានកាន់តែប្រសើរ។
concern-text-label = រឿង
concern-answer-ask = តើគេអាចឆ្លើយមកលោកអ្នកបានទេ?
concern-answer-example = ចម្លើយមកទីនេះត្រឹម «មានចម្លើយសម្រាប់លោកអ្នក» ដោយមិននិយាយអំពីរឿងអ្វីទេ។
concern-answer-why = គេមិនឃើញឈ្មោះ ឬលេខរបស់លោកអ្នកទេ។ បើមានអ្នកផ្សេងមើលទូរសព្ទនេះ សូមចុច «មិនបាច់ឆ្លើយទេ»។
concern-answer-label = ចម្លើយ
concern-answer-yes = បាន នៅក្នុងឆាតនេះ
concern-answer-no = មិនបាច់ឆ្លើយទេ
concern-sent =
    🤝 សូមអរគុណ។ ខ្ញុំកំពុងបញ្ជូនទៅអ្នកដែលជួយមនុស្ស។

    ខ្ញុំនឹងមិនសួរអំពីរឿងនេះទៀតទេ ហើយរឿងនេះមិនជាប់នឹងសារផ្សេងរបស់លោកអ្នកទេ។ បើមានអ្នកកំពុងគ្រោះថ្នាក់ឥឡូវនេះ សូមកុំចាំចម្លើយ សូមហៅរកជំនួយភ្លាម។

    «បិទ និងលុប» ដកការសន្ទនានេះចេញពីឆាត ទាំងសារលោកអ្នក ទាំងសារខ្ញុំ។ បើមិនចុចទេ ខ្ញុំនឹងលុបជូនក្នុងរយៈពេលមួយថ្ងៃ។
concern-no-way-back = រឿងនេះបន្ថែមទៀតមិនបានទេ។ សូមសុំយោបល់ជាថ្មី។
answer-waits = 📩 មានចម្លើយសម្រាប់លោកអ្នក។
answer-open = បើកមើល
answer-add = ✍️ បន្ថែមព័ត៌មាន
answer-received = យើងបានអានហើយ ហើយកំពុងមើលរឿងនេះ។ អរគុណដែលបានប្រាប់។
answer-tell-more = យើងចង់ជួយ។ សូមប្រាប់បន្តិចទៀត៖ នៅកន្លែងណាពិតប្រាកដ តាំងពីពេលណា មានមនុស្សប៉ុន្មាននាក់? សូមចុច «បន្ថែមព័ត៌មាន»។
answer-danger = បើមានអ្នកកំពុងគ្រោះថ្នាក់ឥឡូវនេះ៖ សូមទៅកន្លែងដែលមានមនុស្សច្រើន រួចហៅរកជំនួយពីទីនោះ។ កុំធ្វើឱ្យខ្លួនឯងគ្រោះថ្នាក់។ យើងកំពុងមើលរឿងនេះ។
answer-papers = គ្មាននរណាអាចកាន់ទុកលិខិតឆ្លងដែនរបស់អ្នកដទៃបានទេ។ ស្ថានទូតនៃប្រទេសរបស់គាត់អាចចេញឯកសារសម្រាប់ធ្វើដំណើរត្រឡប់ ទោះបាត់លិខិតឆ្លងដែនក៏ដោយ។
answer-done = រឿងនេះបានដោះស្រាយហើយ។ អរគុណ អ្វីដែលលោកអ្នកប្រាប់បានជួយច្រើន។
press-answer-received = 💬 យើងបានអានហើយ
press-answer-tell-more = 💬 នៅណា តាំងពីពេលណា?
press-answer-danger = 💬 បើកំពុងគ្រោះថ្នាក់
press-answer-papers = 💬 របៀបសុំឯកសារ
press-answer-done = 💬 ដោះស្រាយហើយ
case-close = ✔️ បិទករណី
case-release = ➡️ បញ្ជូនការជូនដំណឹង
case-keep = ✋ រក្សាទុកនៅទីនេះ
case-title = ករណីរបស់ផ្នែកការពារ
# $topic - what about
# $number - the case's number
# $place - roughly where
# $moment - when it was told
# $told - what was told
# $answers - whether and what was answered
# $state - what has become of it
case-concern =
    🤝 ⟦{ $topic }⟧ ⟪{ $number }⟫

    នៅម្ដុំ៖ { $place }
    បានប្រាប់ជាសម្ងាត់ នៅថ្ងៃទី { $moment }៖
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
    🛟 ⟦សូមពិនិត្យមើលជាមុន⟧ ⟪{ $number }⟫

    កន្លែង៖ ⟦{ $premises }⟧ ({ $kind })
    { $address }

    តាមអ្វីដែលបានរាយការណ៍៖
    { $signals }

    ការជូនដំណឹងដែលផ្អាកទុក៖ { $count }។ គ្មានអង្គភាពនគរបាលណាឃើញការជូនដំណឹង ឬករណីនេះទេ ហើយកន្លែងនោះក៏មិនដឹងដែរ។
    { $state }
signal-child-alone = • មានកុមារ តែគ្មានរបាយការណ៍អំពីមនុស្សពេញវ័យក្នុងបន្ទប់ជាមួយ
signal-crowded = • ចំនួនមនុស្សលើសឆ្ងាយពីចំនួនដែលកន្លែងនេះអាចឱ្យស្នាក់នៅ
signal-many-overstays = • មានមនុស្សច្រើននាក់ ដែលផុតកាលកំណត់ស្នាក់នៅក្នុងពេលតែមួយ
case-open = ស្ថានភាព៖ រង់ចាំផ្នែកការពារ
# $officer - who asked
# $moment - when
case-releasing = ស្ថានភាព៖ { $officer } ចង់បញ្ជូនការជូនដំណឹង ({ $moment })។ មន្ត្រីម្នាក់ទៀតត្រូវចុចប៊ូតុងដែរ
# $officers - who released
# $moment - when
case-released = ស្ថានភាព៖ { $officers } បានបញ្ជូននៅថ្ងៃទី { $moment }។ ការជូនដំណឹងបានទៅអង្គភាពដូចធម្មតា
# $first - who asked
# $second - who confirmed
case-two = { $first } និង { $second }
case-lapsed = តាមវិធាន (គ្មានផ្នែកការពារចុះឈ្មោះ)
# $officer - who decided
# $moment - when
case-kept = ស្ថានភាព៖ { $officer } បានរក្សាទុកនៅទីនេះ នៅថ្ងៃទី { $moment }
# $officer - who closed it
# $moment - when
case-closed = ស្ថានភាព៖ { $officer } បានបិទនៅថ្ងៃទី { $moment }
case-answer-possible = អ្នកប្រាប់ចង់បានចម្លើយ៖ សូមចុចប្រយោគមួយ។
case-answer-unwanted = ផ្ញើចម្លើយមិនបានទេ។
# $label - which sentence
# $officer - who answered
# $moment - when
case-answer-line = { $label } ({ $officer }, { $moment })
case-noted = បានកត់ត្រា។
case-answered = ចម្លើយកំពុងផ្ញើទៅ។
case-needs-another = បានកត់ត្រា។ មន្ត្រីម្នាក់ទៀតនៃផ្នែកនេះត្រូវចុចប៊ូតុងនេះដែរ។
case-over = រឿងនេះបានសម្រេចរួចហើយ។
operator-case-waits =
    ⚠️ មានករណីមួយរង់ចាំ ព្រោះគ្មានផ្នែកការពារចុះឈ្មោះ។
    ចុះឈ្មោះដោយ៖ snaknov unit add --level protection
card =
    ☎️ ⟦ប័ណ្ណជំនួយ⟧ សម្រាប់មនុស្សគ្រប់គ្នា

    • គ្មាននរណាអាចកាន់ទុកលិខិតឆ្លងដែនរបស់លោកអ្នកបានទេ ទោះថៅកែ ម្ចាស់ផ្ទះ ឬភ្នាក់ងារក៏ដោយ។
    • លោកអ្នកអាចសុំអ្នកបកប្រែ ទាំងនៅនគរបាល ទាំងនៅមន្ទីរពេទ្យ។
    • ស្ថានទូតរបស់លោកអ្នកអាចចេញឯកសារឱ្យ ទោះឯកសារបាត់ ឬត្រូវគេកាន់ទុកក៏ដោយ។
    • កំហុសអំពីទិដ្ឋាការ ឬកាលបរិច្ឆេទអាចកែបាន។ សូមសួរឱ្យបានឆាប់។
    • ចង់សួរជាសម្ងាត់៖ /advice
# $number - what to dial
# $name - the hotline's name
# $languages - languages spoken
# $hours - when
card-hotline = ☎️ ⟪{ $number }⟫ { $name } ({ $languages }; { $hours })
