# How facts read: dates, kinds, levels.

# $day (String) - day of the month
# $month (Number) - month's number, 1 to 12
# $year (String) - year
day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
# $month (Number) - month's number, 1 to 12
# $year (String) - year
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
# $day (String) - a day, written out
# $time (String) - hours and minutes
moment = { $day }, { $time }

kind-rental = 🏠 House, flat or room for rent
kind-hotel = 🏨 Hotel or guesthouse
kind-construction-site = 🏗 Construction site
kind-company-housing = 🏭 Company or factory housing

document-passport = Passport
document-residence-card = Residence card
document-other = Another document
document-diplomatic = Diplomatic passport
document-none = Has no document
document-not-shown = Did not show it

visa-t = T tourist
visa-e = E ordinary
visa-eb = EB work
visa-eg = EG looking for work
visa-er = ER retired
visa-es = ES student
visa-b = B official
visa-c = C courtesy
visa-k = K Khmer origin
visa-g = G
visa-a = A diplomatic
visa-none = No visa or stamp
visa-unknown = I cannot tell

source-entry-stamp = ① Entry stamp
source-extension-sticker = ② Extension sticker
source-card = Residence card

sex-female = F · Female
sex-male = M · Male
sex-unspecified = X

work-with-permit = Works here, has a work permit
work-without-permit = Works here, no work permit
work-permit-not-seen = Works here, permit not seen
work-not-here = Does not work here

rule-overstay = Stay-until date has passed
rule-no-document = No document seen
rule-no-permission = No visa, stamp or extension in the document
rule-card-expired = Residence card past its validity

level-post = Commune or sangkat police post
level-district = District police
level-province = Provincial commissariat
level-national = General Department of Immigration
document-parent-card = Named on a parent's card
rule-turned-18 = Of age, without a residence card of their own
rule-work-permit-missing = No work permit seen
rule-two-places = One document at two places
rule-late-report = Reported after the deadline
rule-silent-premises = No report for a long time
level-protection = Protection desk
role-owner = owner
role-manager = manager
role-clerk = clerk
role-guard = guard
# $called (String) - as colleagues know them
# $role (String) - their part
called-as = { $called } ({ $role })
duty-draft = ✏️ unfinished
# $deadline (String) - until when it must be sent
duty-due = ⏳ to be sent by { $deadline }
duty-sent = ✅ sent
duty-acknowledged = ☑️ seen by the police
duty-corrected = ✏️ corrected
duty-cancelled = 🗑 cancelled
duty-exempt = ➖ exempt, not assessed
report-arrival = Arrival
report-departure = Departure
report-extension = Extension
report-move = Move
report-correction = Correction
report-cancellation = Cancellation
reason-mistyped = Something was mistyped or misread
reason-other-document = The guest showed another document
reason-plans-changed = Room or plans have changed
reason-never-came = The guest never came
reason-double = Reported twice
reason-wrong-place = Wrong place
reason-not-left = The guest has not left
reason-other = Another reason
reason-came-since = It has come since
# $work (String) - how the person works here
# $date (String) - last day of the work permit
work-permit-until = { $work } (valid until { $date })
# $labour (String) - how the person works here, and until when the permit is valid
work-line = Work: { $labour }
