# Registering premises.

premises-kind-ask = What kind of place is it?
premises-kind-label = Kind
premises-name-ask = What do people call this place?
premises-name-example = Example: Sok's rooms, Riverside Guesthouse
premises-name-why = You and the police post will recognise the place by this name.
premises-name-label = Name
place-ask = Where is it?
place-which = Which of these is it?
place-example = Share your location when you are there, or type the commune or village. Example: Tonle Bassac
place-why = Your reports go to the police post that answers for this place.
place-label = Place
place-list = Choose from the list
place-abroad = This location is not in Cambodia. Please share it when you are at the place, or type the commune.
# $example (String) - what an answer may look like
place-not-found = I found no place of that name. Check the spelling, or choose from the list. { $example }
province-ask = Which province or capital?
province-label = Province
# $within (String) - the area chosen before
district-ask = Which district in { $within }?
district-label = District
# $within (String) - the area chosen before
commune-ask = Which commune or sangkat in { $within }?
commune-label = Commune
# $within (String) - the area chosen before
village-ask = Which village in { $within }?
village-label = Village
level-example = Press a button, or type the name.
level-nearby = The nearest to your location come first. Press a button, or type the name.
level-not-found = I found no such name here. Check the spelling, or press a button.
street-ask = House number and street?
street-example = Example: No. 12, Street 310
street-label = House and street
capacity-ask = How many people can sleep here?
capacity-example = Type a number, or press a button. Example: 40
capacity-why = It helps to remind you kindly when nothing was reported for long.
capacity-label = Places to sleep
capacity-wrong = Please type a whole number from 1 to 20,000. Example: 40
premises-summary = Your place
premises-save = ✅ Save this place
# $name (String) - the place's name
# $address (String) - its address
premises-saved =
    ✅ ⟦{ $name }⟧ is saved.
    { $address }
# $name (String) - the place's name
# $kind (String) - its kind
# $address (String) - its address
premises-line =
    ⟦{ $name }⟧ · { $kind }
    { $address }
premises-list = Your places
premises-none-yet = You have no place yet. First tell me where people stay; it takes a minute.
premises-kind-example = For rooms in a house: the first button.
premises-kind-why = Hotels, sites and homes are asked different things.
level-why = It decides which police post gets your reports.
street-why = So that the place is found.
landmark-ask = What stands near it?
landmark-example = Example: behind Wat Langka
landmark-label = Near
