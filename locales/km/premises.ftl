# Registering premises.

premises-kind-ask = តើជាកន្លែងស្នាក់នៅប្រភេទណា?
premises-kind-label = ប្រភេទ
premises-name-ask = តើគេហៅកន្លែងនេះថាអ្វី?
premises-name-example = ឧទាហរណ៍៖ បន្ទប់ជួលតាសុខ ផ្ទះសំណាក់មាត់ទន្លេ
premises-name-why = លោកអ្នក និងប៉ុស្តិ៍នគរបាល ស្គាល់កន្លែងនេះតាមឈ្មោះនេះ។
premises-name-label = ឈ្មោះ
place-ask = តើកន្លែងនេះនៅឯណា?
place-which = តើជាកន្លែងណាមួយ ក្នុងចំណោមនេះ?
place-example = បើលោកអ្នកនៅទីនោះ សូមផ្ញើទីតាំង ឬវាយឈ្មោះឃុំ សង្កាត់ ឬភូមិ។ ឧទាហរណ៍៖ ទន្លេបាសាក់
place-why = របាយការណ៍ត្រូវបញ្ជូនទៅប៉ុស្តិ៍នគរបាល ដែលទទួលបន្ទុកកន្លែងនេះ។
place-label = ទីតាំង
place-list = ជ្រើសពីបញ្ជី
place-abroad = ទីតាំងនេះមិននៅក្នុងប្រទេសកម្ពុជាទេ។ សូមផ្ញើទីតាំង ពេលលោកអ្នកនៅទីនោះ ឬវាយឈ្មោះឃុំ សង្កាត់។
# $example - what an answer may look like
place-not-found = ខ្ញុំរកឈ្មោះនេះមិនឃើញទេ។ សូមពិនិត្យអក្ខរាវិរុទ្ធ ឬជ្រើសពីបញ្ជី។ { $example }
province-ask = តើនៅរាជធានី ឬខេត្តណា?
province-label = រាជធានី ខេត្ត
# $within - the area chosen before
district-ask = តើក្រុង ស្រុក ឬខណ្ឌណា ក្នុង{ $within }?
district-label = ក្រុង ស្រុក ខណ្ឌ
# $within - the area chosen before
commune-ask = តើឃុំ ឬសង្កាត់ណា ក្នុង{ $within }?
commune-label = ឃុំ សង្កាត់
# $within - the area chosen before
village-ask = តើភូមិណា ក្នុង{ $within }?
village-label = ភូមិ
level-example = សូមចុចប៊ូតុង ឬវាយឈ្មោះ។
level-nearby = កន្លែងដែលនៅជិតជាងគេ នៅខាងលើគេ។ សូមចុចប៊ូតុង ឬវាយឈ្មោះ។
level-not-found = ខ្ញុំរកឈ្មោះនេះមិនឃើញនៅទីនេះទេ។ សូមពិនិត្យអក្ខរាវិរុទ្ធ ឬចុចប៊ូតុង។
street-ask = តើផ្ទះលេខប៉ុន្មាន ផ្លូវអ្វី?
street-example = ឧទាហរណ៍៖ ផ្ទះលេខ ១២ ផ្លូវ ៣១០
street-label = ផ្ទះ និងផ្លូវ
capacity-ask = តើទីនេះអាចស្នាក់បានប៉ុន្មាននាក់?
capacity-example = សូមវាយលេខ ឬចុចប៊ូតុង។ ឧទាហរណ៍៖ ៤០
capacity-why = បើយូរពេកគ្មានរបាយការណ៍ ខ្ញុំអាចរំលឹកលោកអ្នកបាន។
capacity-label = ចំនួនអ្នកស្នាក់បាន
capacity-wrong = សូមវាយលេខគត់ ពី ១ ដល់ ២០ ០០០។ ឧទាហរណ៍៖ ៤០
premises-summary = កន្លែងស្នាក់នៅរបស់លោកអ្នក
premises-save = ✅ រក្សាទុកកន្លែងនេះ
# $name - the place's name
# $address - its address
premises-saved =
    ✅ បានរក្សាទុក ⟦{ $name }⟧ ហើយ។
    { $address }
# $name - the place's name
# $kind - its kind
# $address - its address
premises-line =
    ⟦{ $name }⟧ · { $kind }
    { $address }
premises-list = កន្លែងស្នាក់នៅរបស់លោកអ្នក
premises-none-yet = លោកអ្នកមិនទាន់មានកន្លែងស្នាក់នៅទេ។ ជាដំបូង សូមប្រាប់ខ្ញុំថាភ្ញៀវស្នាក់នៅឯណា។ ចំណាយពេលតែមួយនាទីទេ។
premises-kind-example = បើជាបន្ទប់ជួលក្នុងផ្ទះ៖ ចុចប៊ូតុងទីមួយ។
premises-kind-why = សំណួរសម្រាប់សណ្ឋាគារ ការដ្ឋាន និងផ្ទះ មិនដូចគ្នាទេ។
level-why = តាមនេះ ទើបដឹងថាប៉ុស្តិ៍ណាទទួលរបាយការណ៍។
street-why = ដើម្បីងាយរកកន្លែង។
landmark-ask = តើនៅជិតអ្វី?
landmark-example = ឧទាហរណ៍៖ ក្រោយវត្តលង្កា
landmark-label = នៅជិត
