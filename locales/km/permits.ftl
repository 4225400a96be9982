# Work permits of those who work at a place, and what to do.

permits-open = 👷 ប័ណ្ណការងារ
# $premises - the place's name
# $count - how many people
permits-heading = 👷 ⟦{ $premises }⟧ ប័ណ្ណការងារ។ ត្រូវពិនិត្យ៖ { $count } នាក់
# $guest - who
# $room - the room
# $lacking - what is lacking
permits-line = • { $guest } បន្ទប់ { $room }៖ { $lacking }
permits-missing = គ្មានប័ណ្ណការងារ
permits-not-seen = មិនបានឃើញប័ណ្ណការងារ
# $date - last day of the work permit
permits-ran-out = ⟦ផុតសុពលភាពថ្ងៃទី { $date }⟧
# $date - last day of the work permit
permits-runs-out = មានសុពលភាពដល់ថ្ងៃទី { $date }
permits-none = ឥឡូវនេះ មិនមានអ្វីត្រូវធ្វើទេ។
permits-what-to-do =
    ⟦ត្រូវធ្វើអ្វី⟧
    • បើមានប័ណ្ណហើយ ឬបានបន្តហើយ៖ សូមចុចលើឈ្មោះភ្ញៀវ រួចកត់ត្រា។
    • បើមិនទាន់មាន ឬផុតសុពលភាព៖ និយោជកត្រូវដាក់ពាក្យទៅក្រសួងការងារ និងបណ្ដុះបណ្ដាលវិជ្ជាជីវៈ តាមប្រព័ន្ធអនឡាញសម្រាប់ពលករបរទេស ឬនៅមន្ទីរការងារខេត្ត។
    • ប័ណ្ណការងារត្រូវបន្តរៀងរាល់ឆ្នាំ ពីខែមករាដល់ខែមីនា។
permits-undated = មានប័ណ្ណ តែមិនទាន់កត់ត្រាថ្ងៃផុតសុពលភាព
permits-renewed = បានបន្តប័ណ្ណការងារហើយ
permits-note-date = កត់ត្រាសុពលភាពប័ណ្ណការងារ
