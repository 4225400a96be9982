# How facts read: dates, kinds, levels.

# $day - day of the month
# $month - month's number, 1 to 12
# $year - year
day = { $day } { $month ->
    [1] មករា
    [2] កុម្ភៈ
    [3] មីនា
    [4] មេសា
    [5] ឧសភា
    [6] មិថុនា
    [7] កក្កដា
    [8] សីហា
    [9] កញ្ញា
    [10] តុលា
    [11] វិច្ឆិកា
   *[12] ធ្នូ
} { $year }
# $month - month's number, 1 to 12
# $year - year
month = { $month ->
    [1] មករា
    [2] កុម្ភៈ
    [3] មីនា
    [4] មេសា
    [5] ឧសភា
    [6] មិថុនា
    [7] កក្កដា
    [8] សីហា
    [9] កញ្ញា
    [10] តុលា
    [11] វិច្ឆិកា
   *[12] ធ្នូ
} { $year }
# $day - a day, written out
# $time - hours and minutes
moment = { $day } ម៉ោង { $time }

kind-rental = 🏠 ផ្ទះ ឬបន្ទប់ជួល
kind-hotel = 🏨 សណ្ឋាគារ ឬផ្ទះសំណាក់
kind-construction-site = 🏗 ការដ្ឋានសំណង់
kind-company-housing = 🏭 កន្លែងស្នាក់នៅរបស់ក្រុមហ៊ុន ឬរោងចក្រ

document-passport = លិខិតឆ្លងដែន (ប៉ាស្ព័រ)
document-residence-card = ប័ណ្ណស្នាក់នៅ
document-other = ឯកសារផ្សេង
document-diplomatic = លិខិតឆ្លងដែនការទូត
document-none = គ្មានឯកសារ
document-not-shown = មិនបានបង្ហាញ

visa-t = T ទេសចរណ៍
visa-e = E ធម្មតា
visa-eb = EB ការងារ
visa-eg = EG ស្វែងរកការងារ
visa-er = ER ចូលនិវត្តន៍
visa-es = ES និស្សិត
visa-b = B ផ្លូវការ
visa-c = C គួរសម
visa-k = K ដើមកំណើតខ្មែរ
visa-g = G
visa-a = A ការទូត
visa-none = គ្មានទិដ្ឋាការ ឬត្រា
visa-unknown = មើលមិនច្បាស់

source-entry-stamp = ① ត្រាចូល
source-extension-sticker = ② ស្លាកបន្តទិដ្ឋាការ
source-card = ប័ណ្ណស្នាក់នៅ

sex-female = F · ស្រី
sex-male = M · ប្រុស
sex-unspecified = X

work-with-permit = ធ្វើការ មានប័ណ្ណការងារ
work-without-permit = ធ្វើការ គ្មានប័ណ្ណការងារ
work-permit-not-seen = ធ្វើការ មិនបានឃើញប័ណ្ណ
work-not-here = មិនធ្វើការនៅទីនេះ

rule-overstay = ផុតកាលកំណត់ស្នាក់នៅ
rule-no-document = មិនបានឃើញឯកសារ
rule-no-permission = ឯកសារគ្មានទិដ្ឋាការ ត្រាចូល ឬស្លាកបន្ត
rule-card-expired = ប័ណ្ណស្នាក់នៅផុតសុពលភាព

level-post = ប៉ុស្តិ៍នគរបាលរដ្ឋបាលឃុំ សង្កាត់
level-district = អធិការដ្ឋាននគរបាលក្រុង ស្រុក ខណ្ឌ
level-province = ស្នងការដ្ឋាននគរបាលរាជធានី ខេត្ត
level-national = អគ្គនាយកដ្ឋានអន្តោប្រវេសន៍
document-parent-card = មានឈ្មោះក្នុងប័ណ្ណឪពុកម្ដាយ
rule-turned-18 = គ្រប់អាយុ ១៨ តែគ្មានប័ណ្ណស្នាក់នៅផ្ទាល់ខ្លួន
rule-work-permit-missing = មិនបានឃើញប័ណ្ណការងារ
rule-two-places = ឯកសារមួយ នៅកន្លែងពីរ
rule-late-report = រាយការណ៍យឺតជាងពេលកំណត់
rule-silent-premises = គ្មានរបាយការណ៍យូរហើយ
level-protection = ផ្នែកការពារជនរងគ្រោះ
role-owner = ម្ចាស់
role-manager = អ្នកគ្រប់គ្រង
role-clerk = បុគ្គលិក
role-guard = សន្តិសុខ
# $called - as colleagues know them
# $role - their part
called-as = { $called } ({ $role })
duty-draft = ✏️ មិនទាន់ចប់
# $deadline - until when it must be sent
duty-due = ⏳ ត្រូវផ្ញើមុន { $deadline }
duty-sent = ✅ បានផ្ញើ
duty-acknowledged = ☑️ នគរបាលបានឃើញ
duty-corrected = ✏️ បានកែ
duty-cancelled = 🗑 បានបោះបង់
duty-exempt = ➖ លើកលែង មិនវាយតម្លៃ
report-arrival = ចូលស្នាក់នៅ
report-departure = ចាកចេញ
report-extension = បន្តទិដ្ឋាការ
report-move = ប្ដូរកន្លែង
report-correction = កែរបាយការណ៍
report-cancellation = បោះបង់របាយការណ៍
reason-mistyped = វាយ ឬអានខុស
reason-other-document = ភ្ញៀវបង្ហាញឯកសារផ្សេង
reason-plans-changed = ប្ដូរបន្ទប់ ឬគម្រោង
reason-never-came = ភ្ញៀវមិនបានមក
reason-double = រាយការណ៍ពីរដង
reason-wrong-place = ខុសកន្លែង
reason-not-left = ភ្ញៀវមិនទាន់ចាកចេញ
reason-other = មូលហេតុផ្សេង
reason-came-since = ទើបតែមានក្រោយមក
# $work - how the person works here
# $date - last day of the work permit
work-permit-until = { $work } (មានសុពលភាពដល់ថ្ងៃទី { $date })
# $labour - how the person works here, and until when the permit is valid
work-line = ការងារ៖ { $labour }
