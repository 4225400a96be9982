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
# $more (String) - corrections and departure, a line each
# $state (String) - what has become of the alert
alert =
    🔔 ⟦{ $rule }⟧ ⟪{ $number }⟫

    Place: ⟦{ $premises }⟧ ({ $kind })
    { $address }
    Room: { $unit }

    Facts:
    • { $fact }
    • Arrived: { $arrived }
    • Reported by the place on { $reported }{ $more }

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
# $cause (String) - why
state-withdrawn = Status: withdrawn on { $moment }, because { $cause }
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
# $permit (String) - a line on work and permit, or nothing
# $report (String) - the report's number
# $history (String) - its versions, where there are several
# $trail (String) - other stays of the same document, for province level and above
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
    Arrived: { $arrived }{ $permit }
    Report: ⟪{ $report }⟫{ $history }{ $trail }

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
fact-turned-18 = The person is named on a parent's residence card and is of age by now; a card of their own has not been reported.
# $arrived (String) - day of arrival
fact-work-permit-missing = The person works at the place and has stayed there since { $arrived }; no work permit was shown.
# $premises (String) - the other place's name
# $address (String) - its address
# $arrived (String) - day of arrival there
# $number (String) - the report from there
fact-two-places = The same document is also reported as staying at ⟦{ $premises }⟧, { $address }, since { $arrived } (report ⟪{ $number }⟫)
fact-two-places-over = The same document was reported at two places; one of the stays has ended.
# $moment (String) - when
# $version (String) - which version
# $reason (String) - why
more-corrected = • Corrected by the place on { $moment }, version { $version }: { $reason }
# $date (String) - day of departure
more-left = • Reported as having left on { $date }
cause-left = the guest has left
cause-moved = the guest moved to another place of the same people
cause-extended = the permission to stay was extended
cause-corrected = the place corrected its report
cause-cancelled = the place cancelled its report
cause-resolved = one of the two stays has ended
# $premises (String) - the place
# $room (String) - the room
# $date (String) - day of departure
# $number (String) - number of the report
has-left = 🚶 ⟦{ $premises }⟧, room { $room }: the guest left on { $date } (report ⟪{ $number }⟫).
# $premises (String) - the place
# $room (String) - the room
# $date (String) - day of arrival
# $number (String) - number of the report
has-arrived = 🚶 ⟦{ $premises }⟧, room { $room }: the guest arrived on { $date }, and the earlier stay has ended (report ⟪{ $number }⟫).
history = Versions:
# $moment (String) - when
# $by (String) - who
history-first = • { $moment }: reported by { $by }
# $moment (String) - when
# $by (String) - who
# $reason (String) - why
history-version = • { $moment }: changed by { $by } ({ $reason })
# $label (String) - what
# $before (String) - as it was
# $after (String) - as it is
history-change =    { $label }: { $before } → { $after }
trail = From one residence to the next:
# $premises (String) - the place
# $address (String) - its address
# $from (String) - first day
# $until (String) - last day, or that it is open
# $number (String) - number of the report
trail-line = • { $premises }, { $address }: { $from } – { $until } ⟪{ $number }⟫
trail-open = no departure reported
# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
check-turned-18 =
    🙂 Please check, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    This guest is named on a parent's card and has turned 18; a card of their own is needed from now on. What is right?
# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
check-work-permit =
    🙂 Please check, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    This person works here, and no work permit has been noted yet. What is right?
check-moved = The guest has moved
check-has-card = Has their own card now
check-has-permit = Has a work permit now
check-not-yet = Not yet
check-not-yet-done = Thank you. As soon as it is there, press the button above, and I will note it.
# $number (String) - the alert's number
# $cause (String) - why
alert-note-withdrawn = 🔁 ⟪{ $number }⟫ is withdrawn, because { $cause }.
# $number (String) - the alert's number
# $cause (String) - why
alert-note-changed = 🔁 ⟪{ $number }⟫ shows other facts, because { $cause }.
# $place (String) - where from
trail-came-from = • Came from, as the place was told: { $place }
# $place (String) - where to
trail-went-to = • Went to, as the place was told: { $place }
# $unit (String) - the unit's name
# $date (String) - the last day that is counted
# $arrivals (String) - arrivals reported
# $late (String) - of these after the deadline
# $departures (String) - departures reported
# $changes (String) - extensions, corrections, cancellations
# $alerts (String) - open alerts
# $silent (String) - places gone silent, a line each
# $state (String) - whether an officer has seen it
digest =
    📋 ⟦{ $unit }⟧: reported up to { $date }

    • Arrivals: { $arrivals } (after the deadline: { $late })
    • Departures: { $departures }
    • Extensions, corrections, cancellations: { $changes }
    • Open alerts: { $alerts }{ $silent }

    { $state }
# $count (String) - how many places
digest-silent = Places that have reported nothing for long and did not answer when asked: { $count }
# $premises (String) - the place's name
# $address (String) - its address
# $date (String) - the last word from it
digest-silent-line = • { $premises }, { $address }, since { $date }
# $officer (String) - who saw it
# $moment (String) - when
digest-state-seen = Status: ☑️ seen by { $officer } on { $moment }
digest-seen = ☑️ Seen
digest-seen-done = Thank you. The reports counted here are marked as seen.
# $officer (String) - who was first
digest-seen-already = { $officer } has seen it already.
# $moment (String) - when
# $reason (String) - why
more-cancelled = • Cancelled by the place on { $moment }: { $reason }
# $premises (String) - the place's name
# $unit (String) - room
# $arrived (String) - day of arrival
# $report (String) - number of the report of arrival
# $date (String) - last day of the work permit
check-permit-ran-out =
    🙂 Please check, at ⟦{ $premises }⟧, room { $unit } (arrived { $arrived }, report ⟪{ $report }⟫):

    This person works here, and the work permit was valid until { $date }. What is right?
# $date (String) - last day of the work permit
fact-work-permit-ran-out = The person works at the place; the work permit that was shown was valid until { $date }, and no later one has been reported.
# $date (String) - last day of the work permit
fact-work-permit-since = The person works at the place; a work permit valid until { $date } has been reported since.
