# What stands on printed papers. No symbols of the emoji kind: the fonts of the papers have none.

paper-title = បង្កាន់ដៃ
paper-subtitle = របាយការណ៍អំពីភ្ញៀវបរទេស
paper-number = លេខបង្កាន់ដៃ
paper-received = បានទទួល
paper-premises = កន្លែងស្នាក់នៅ
paper-address = អាសយដ្ឋាន
paper-guest = ភ្ញៀវ
paper-guests = ភ្ញៀវ
paper-arrived = ថ្ងៃចូលស្នាក់នៅ
paper-reported-by = អ្នករាយការណ៍
paper-version = កំណែ
paper-code = លេខកូដផ្ទៀងផ្ទាត់
paper-scan = ស្កេនដើម្បីផ្ទៀងផ្ទាត់បង្កាន់ដៃនេះ
paper-footnote = នេះជាបង្កាន់ដៃរបស់ Snaknov ដែលជាសេវារាយការណ៍ មិនមែនចេញដោយអគ្គនាយកដ្ឋានអន្តោប្រវេសន៍ទេ។ អ្នកណាក៏អាចផ្ទៀងផ្ទាត់បាន ដោយស្កេនកូដ QR ឬផ្ញើលេខបង្កាន់ដៃ និងលេខកូដផ្ទៀងផ្ទាត់ ទៅ Snaknov ក្នុង Telegram។
# $moment - when it was printed
paper-printed = បោះពុម្ពនៅថ្ងៃទី { $moment }។ ពេលវេលាទាំងអស់គិតតាមម៉ោងភ្នំពេញ។
