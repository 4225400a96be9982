# Alerts, for officers; questions to reporters before an alert.

# $rule (String) - what it states
# $number (String) - the alert's number
# $premises (String) - the place's name
# $kind (String) - the place's kind
# $address (String) - its address
# $unit (String) - room, or that it was not given
# $fact (String) - the fact and where it comes from
# $arrived (String) - day of arrival
# $reported (String) - when it was reported
# $state (String) - what has become of the alert
alert =
    🔔 ⟦{ $rule }⟧ ⟪{ $number }⟫

    Place: ⟦{ $premises }⟧ ({ $kind })
    { $address }
    Room: { $unit }

    Facts:
    • { $fact }
    • Arrived: { $arrived }
    • Reported by the place on { $reported }

    { $state }
# $date (String) - the stay-until date
# $days (String) - days since then
# $source (String) - where it was read
fact-overstay = Stay-until date { $date } ({ $days } days ago), as the reporter read it from: { $source }
fact-no-document = The reporter says that the person has no document.
fact-not-shown = The reporter saw no document; it was not shown.
fact-no-permission = The reporter found no visa, entry stamp or extension in the document.
# $date (String) - last day of validity
# $days (String) - days since then
fact-card-expired = Residence card valid until { $date } ({ $days } days ago), as the reporter read it from: the card
# $date (String) - the date stated later
# $source (String) - where it was read
fact-later-date = The reporter has since stated a later date: { $date }, as read from: { $source }
state-open = Status: new
# $officer (String) - who took it
# $moment (String) - when
state-acknowledged = Status: ✅ acknowledged by { $officer } on { $moment }
# $moment (String) - when
state-withdrawn = Status: withdrawn on { $moment }, because the facts have changed
alert-acknowledge = ✅ Acknowledge
alert-details = 🔎 Details
alert-acknowledged = You have acknowledged this alert.
# $officer (String) - who was first
alert-acknowledged-already = Already acknowledged by { $officer }.
alert-not-enrolled = Only officers enrolled for this unit may do that.
alert-details-sent = The details are in your private chat with me.
alert-details-start-first = Please open a private chat with me first and press “Start”, then press “Details” again.
# $rule (String) - what it states
# $number (String) - the alert's number
# $name (String) - the person's name
# $document (String) - kind of document
# $document_number (String) - its number
# $nationality (String) - nationality
# $sex (String) - sex
# $birth (String) - birth date
# $visa (String) - visa class
# $stay_until (String) - stay-until date
# $source (String) - where it was read
# $premises (String) - the place
# $address (String) - its address
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - the report's number
details =
    🔎 ⟦{ $rule }⟧ ⟪{ $number }⟫

    Name: ⟦{ $name }⟧
    Document: { $document } ⟪{ $document_number }⟫
    Nationality: { $nationality }
    Sex: { $sex }
    Born: { $birth }
    Visa: { $visa }
    May stay until: { $stay_until } (read from: { $source })

    Place: { $premises }, { $address }
    Room: { $unit }
    Arrived: { $arrived }
    Report: ⟪{ $report }⟫

    All of this was entered by the reporter and has not been verified. This look is logged. Please do not copy it.
# $unit (String) - the unit's name
officer-hello =
    You are enrolled as an officer of ⟦{ $unit }⟧.

    Alerts come to the unit's group. “Details” opens what was reported here, in your own chat. Each look is logged.
# $place (String) - the commune
# $number (String) - the alert's number
operator-no-unit =
    ⚠️ No police unit answers for { $place }: alert ⟪{ $number }⟫ waits.
    Enrol one with: snaknov unit add
# $number (String) - a row of the quarantine
operator-quarantine = ⚠️ An update was set aside after three failures. See: snaknov quarantine show { $number }
# $name (String) - the unit's name
operator-unit-unreachable = ⚠️ The group of unit { $name } cannot be reached any more. Its open alerts were passed on to the next unit up, or wait if there is none.

# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
# $date (String) - the stay-until date
check =
    🙂 Please check, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    The date until which this guest may stay was { $date }. What is right?
check-left = The guest has left
check-extended = It was extended
check-still = Still here, not extended
check-left-done = Thank you. The departure is noted for today.
check-still-done = Thank you. If it is extended, press “It was extended”, and I will note the new date.
check-closed = Thank you, this has been answered already.
