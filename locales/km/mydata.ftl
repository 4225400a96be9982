# What is known about a reporter: given into their own hands, and erased.

mydata-button = 📦 ទិន្នន័យរបស់ខ្ញុំ
mydata-follows =
    📦 ខ្ញុំកំពុងប្រមូលទិន្នន័យរបស់លោកអ្នក។ ឯកសារពីរនឹងមកនៅទីនេះ៖ ⟪mydata.xlsx⟫ សម្រាប់អាន និង ⟪mydata.json⟫ សម្រាប់កម្មវិធី។ បើមានភ្ញៀវច្រើន ត្រូវការពេលប្រហែល ១ នាទី។

    ក្នុងនោះមានទិន្នន័យផ្ទាល់ខ្លួនរបស់ភ្ញៀវ។ សូមកុំបង្ហាញដល់អ្នកណា។
# $moment - from when it can be had again
mydata-wait = 🙂 ទិន្នន័យរបស់លោកអ្នក ខ្ញុំទើបតែប្រមូលជូន។ សូមមើលខាងលើបន្តិច។ លោកអ្នកអាចសុំម្ដងទៀត ចាប់ពី { $moment }។
# $moment - when it was put together
mydata-caption = 📦 ទិន្នន័យរបស់លោកអ្នក គិតត្រឹម { $moment }
# $count - how many did not fit
mydata-left-out = ក្នុងនេះមានតែទិន្នន័យថ្មីៗ។ ទិន្នន័យមុនៗចំនួន { $count } ដាក់ក្នុងឯកសារតែមួយមិនអស់ទេ។ សូមសុំពីអ្នកគ្រប់គ្រងប្រព័ន្ធ។
mydata-none = ខ្ញុំមិនទាន់ដឹងអ្វីអំពីលោកអ្នកទេ។
mydata-sheet-me = ខ្ញុំ
mydata-sheet-places = កន្លែង
mydata-sheet-colleagues = អ្នករួមការងារ
mydata-sheet-guests = ភ្ញៀវ
mydata-sheet-reports = របាយការណ៍
mydata-sheet-receipts = បង្កាន់ដៃ
mydata-sheet-consents = ការយល់ព្រម
mydata-telegram = លេខសម្គាល់ Telegram
mydata-language = ភាសា
mydata-known-since = និយាយជាមួយខ្ញុំលើកដំបូង
mydata-registered = បានចុះឈ្មោះ
mydata-role = តួនាទី
mydata-called = ឈ្មោះដែលអ្នករួមការងារហៅ
mydata-since = តាំងពី
mydata-until = រហូតដល់
mydata-left = ថ្ងៃចាកចេញ
mydata-cancelled = បានបោះបង់
mydata-seen = បញ្ជាក់ថានៅ លើកចុងក្រោយ
mydata-recorded = បានកត់ត្រា
mydata-number = លេខ
mydata-version = កំណែ
mydata-kind = ប្រភេទ
mydata-made = បានទទួល
mydata-deadline = ពេលកំណត់
mydata-by = អ្នករាយការណ៍
mydata-by-me = ខ្ញុំ
mydata-went-to = ទៅណា
mydata-rulebook = វិធានដែលប្រើ
mydata-guests = ចំនួនភ្ញៀវ
mydata-code = លេខកូដផ្ទៀងផ្ទាត់
mydata-text = អត្ថបទភាពឯកជន
mydata-given = បានយល់ព្រម
mydata-withdrawn = បានដកវិញ
erase-button = 🗑 លុបទិន្នន័យខ្ញុំ
erase-intro =
    🗑 ⟦លុបទិន្នន័យរបស់ខ្ញុំ⟧

    ខ្ញុំមិនទាន់លុបអ្វីទេ។ សូមអានសិន ថានឹងមានអ្វីកើតឡើង៖
erase-goes = ⟦លុបភ្លាម៖⟧ លេខសម្គាល់ Telegram ភាសា ការយល់ព្រម និងអ្វីដែលលោកអ្នកមិនទាន់បំពេញចប់។
erase-stays = ⟦រក្សាទុកតាមច្បាប់⟧ ដោយគ្មានលេខសម្គាល់ Telegram របស់លោកអ្នក៖
erase-nothing-kept = លោកអ្នកមិនបានរាយការណ៍ភ្ញៀវណាទេ ដូច្នេះមិនមានអ្វីត្រូវរក្សាទុកតាមច្បាប់ទេ។
# $reports - how many reports
# $guests - about how many guests
erase-reports = • របាយការណ៍ដែលលោកអ្នកបានធ្វើ៖ { $reports } អំពីភ្ញៀវ { $guests } នាក់
# $date - last day
erase-reports-until = – អំពីភ្ញៀវដែលបានចាកចេញ៖ យូរបំផុតដល់ { $date }
# $guests - how many guests are still there
# $months - months after the departure
erase-reports-open = – អំពីភ្ញៀវដែលកំពុងស្នាក់នៅ ({ $guests } នាក់)៖ ដល់ { $months } ខែក្រោយចាកចេញ។ អ្នករួមការងាររបស់លោកអ្នកនឹងទទួលបន្ទុក
# $receipts - how many receipts
# $date - last day
erase-receipts = • បង្កាន់ដៃ៖ { $receipts } យូរបំផុតដល់ { $date }។ បង្កាន់ដៃគ្មានឈ្មោះភ្ញៀវទេ។ ក្រោយលុប លោកអ្នកសុំឡើងវិញមិនបានទេ តែនៅអាចផ្ទៀងផ្ទាត់លេខ និងលេខកូដបាន។
erase-log = • កំណត់ហេតុថាអ្នកណាបានបើកមើលការជូនដំណឹង គ្មានកំណត់ពេល។ កំណត់ហេតុនេះប្រាប់ថាមានគេលុបទិន្នន័យ តែមិនប្រាប់ថាអ្នកណាទេ។
erase-officer = លោកអ្នកក៏ជាមន្ត្រីដែលបានចុះឈ្មោះដែរ។ ត្រង់ចំណុចនេះ គ្មានអ្វីផ្លាស់ប្ដូរទេ។ អ្នកគ្រប់គ្រងប្រព័ន្ធអាចបញ្ចប់ការចុះឈ្មោះនោះបាន។
erase-after = ធ្វើហើយ មិនអាចត្រឡប់វិញបានទេ។ ក្រោយពីនោះ ខ្ញុំលែងស្គាល់លោកអ្នកហើយ។ តែកាតព្វកិច្ចរាយការណ៍ភ្ញៀវ នៅដដែល។
erase-yes = 🗑 បាទ/ចាស លុបឥឡូវនេះ
# $guests - how many guests
erase-open =
    🗑 ⟦លុបទិន្នន័យរបស់ខ្ញុំ⟧

    មិនទាន់បានទេ៖ ក្នុងរបាយការណ៍ នៅមានភ្ញៀវ { $guests } នាក់កំពុងស្នាក់នៅ ហើយក្រៅពីលោកអ្នក គ្មានអ្នកណាអាចឆ្លើយអំពីពួកគាត់ទេ។ ខ្ញុំមិនទាន់លុបអ្វីទេ។
# $premises - the place
# $guests - how many guests
erase-open-line = • ⟦{ $premises }⟧៖ { $guests } នាក់
erase-open-first = ជាដំបូង សូមរាយការណ៍អ្នកដែលបានចាកចេញ («ភ្ញៀវកំពុងស្នាក់នៅ») ឬអញ្ជើញម្ចាស់ ឬអ្នកគ្រប់គ្រងម្នាក់ទៀតសម្រាប់កន្លែងនោះ។ រួចផ្ញើ /deletemydata ម្ដងទៀត។
erase-done =
    ✅ រួចរាល់។ ទិន្នន័យរបស់លោកអ្នកបានលុបហើយ ខ្ញុំលែងស្គាល់លោកអ្នកហើយ។ សារក្នុងឆាតនេះ លោកអ្នកអាចលុបដោយខ្លួនឯងក្នុង Telegram។

    អរគុណសម្រាប់របាយការណ៍របស់លោកអ្នក។ បើចង់ចាប់ផ្ដើមម្ដងទៀត សូមផ្ញើ /start ។
# $memberships - at how many places the person has a part
erase-memberships = • តួនាទីរបស់លោកអ្នកនៅកន្លែងស្នាក់នៅ៖ { $memberships }
# $count - how many places are deleted
erase-premises = • កន្លែងដែលគ្មានភ្ញៀវ និងគ្មានអ្នករួមការងារ៖ { $count }
