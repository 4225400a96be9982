# Work permits of those who work at a place, and what to do.

permits-open = 👷 Work permits
# $premises (String) - the place's name
# $count (String) - how many people
permits-heading = 👷 ⟦{ $premises }⟧, work permits. To look after: { $count }
# $guest (String) - who
# $room (String) - the room
# $lacking (String) - what is lacking
permits-line = • { $guest }, room { $room }: { $lacking }
permits-missing = no work permit
permits-not-seen = work permit not seen
# $date (String) - last day of the work permit
permits-ran-out = ⟦was valid until { $date }⟧
# $date (String) - last day of the work permit
permits-runs-out = valid until { $date }
permits-none = Nothing to do at present.
permits-what-to-do =
    ⟦What to do⟧
    • The permit is there, or was renewed: press the guest and note it.
    • There is none, or it ran out: the employer applies to the Ministry of Labour and Vocational Training, in its online system for foreign workers or at its office in the province.
    • Permits are renewed each year from January to March.
permits-undated = has a permit, last day not noted
permits-renewed = Work permit renewed
permits-note-date = Note how long the permit is valid
