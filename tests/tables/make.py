#!/usr/bin/env python3
"""Makes the tables of `sent/` as people send them. All people are invented.

    python3 -m venv DIRECTORY && DIRECTORY/bin/pip install -r requirements.txt && DIRECTORY/bin/python make.py

What is to be read of them stands beside each as NAME.expected.json, written by `UPDATE_TABLES=1 cargo test --test it
tables` and then read critically.
"""

import datetime as dt
import pathlib
import zipfile

import odf.opendocument
import odf.style
import odf.table
import odf.text
import openpyxl
import xlwt
from openpyxl.utils.datetime import CALENDAR_MAC_1904

SENT = pathlib.Path(__file__).parent / "sent"
DAY = dt.date


def xlsx(name, rows, merge=(), before=None, epoch=None, number_format=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    book.properties.created = book.properties.modified = dt.datetime(2026, 11, 22)
    sheet = book.active
    sheet.title = "Guests"
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                cell = sheet.cell(number, column, value)
                if isinstance(value, DAY):
                    cell.number_format = "dd/mm/yyyy"
    for area in merge:
        sheet.merge_cells(area)
    if before:
        before(book, sheet)
    book.save(SENT / f"{name}.xlsx")


def text(name, content, encoding="utf-8"):
    (SENT / name).write_bytes(content.encode(encoding))


def plain():
    xlsx("plain", [
        ["Room", "Guest Name", "Passport No", "Nationality", "Gender", "Date of Birth", "Visa Type", "Visa Expiry", "Check-in", "Check-out"],
        [101, "ZHANG SAN", "E12345678", "Chinese", "M", DAY(1985, 3, 7), "T", DAY(2026, 12, 20), DAY(2026, 11, 21), DAY(2026, 11, 25)],
        [101, "LI MEI", "E87654321", "Chinese", "F", DAY(1990, 10, 31), "T", DAY(2026, 12, 20), DAY(2026, 11, 21), DAY(2026, 11, 25)],
        ["202A", "SPECIMEN ANNA MARIA", "C01X00T47", "German", "F", DAY(1974, 8, 12), "E-class", DAY(2026, 11, 1), DAY(2026, 11, 22), None],
    ])


def titles_and_two_header_rows():
    xlsx("titles_and_two_header_rows", [
        ["LOTUS RIVERSIDE HOTEL"],
        ["Foreign guests in house, 22 November 2026"],
        [],
        ["No.", "Guest", None, "Passport", None, None, "Visa", None, "Stay", None, "Room"],
        [None, "Surname", "Given names", "No.", "Country", "Expiry", "Class", "Expiry", "Check-in", "Check-out", None],
        [1, "KOWALSKA", "EWA", "ZE1234567", "POL", DAY(2030, 1, 5), "T", DAY(2026, 12, 3), DAY(2026, 11, 20), DAY(2026, 11, 27), 305],
        [2, "O'NEIL", "SEAN PATRICK", "PA7654321", "IRL", DAY(2031, 6, 1), "T", DAY(2026, 12, 4), DAY(2026, 11, 20), DAY(2026, 11, 27), 306],
        [],
        [3, "TANAKA", "YUKI", "TR1122334", "JPN", DAY(2028, 9, 9), "E", DAY(2027, 1, 15), DAY(2026, 11, 22), None, 307],
        [],
        ["Total 3 guests"],
        ["Prepared by: Front office", None, None, None, None, "Signature: ____________"],
    ], merge=["A1:K1", "A2:K2", "A4:A5", "B4:C4", "D4:F4", "G4:H4", "I4:J4", "K4:K5"])


def khmer():
    xlsx("khmer", [
        ["បញ្ជីជនបរទេសស្នាក់នៅ ផ្ទះសំណាក់ដើមពោធិ៍"],
        ["ល.រ", "ឈ្មោះ", "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", "សញ្ជាតិ", "លេខលិខិតឆ្លងដែន", "ប្រភេទទិដ្ឋាការ", "ថ្ងៃផុតកំណត់ទិដ្ឋាការ", "បន្ទប់", "ថ្ងៃចូលស្នាក់នៅ", "ផ្សេងៗ"],
        ["១", "NGUYEN VAN AN", "ប្រុស", "០៧/០៣/១៩៨៥", "វៀតណាម", "C១២៣៤៥៦៧", "ទេសចរណ៍", "១៥/១២/២០២៦", "៣", "២១/១១/២០២៦", None],
        ["២", "TRAN THI HOA", "ស្រី", "១៥ មករា ១៩៩២", "វៀតណាម", "C7654321", "E ធម្មតា", "១ ធ្នូ ២០២៦", "៣", "២១ វិច្ឆិកា ២០២៦", "ប្ដីប្រពន្ធ"],
        ["៣", "សុខ សុភា", "ស្រី", "១៩៧០", "ថៃ", "AA1234567", "គ្មាន", None, "៤", "ម្សិលមិញ", None],
        [None, "សរុប ៣ នាក់"],
        [None, None, None, None, None, None, None, "ធ្វើនៅភ្នំពេញ ថ្ងៃទី២២ វិច្ឆិកា ២០២៦"],
    ], merge=["A1:K1"])


def chinese():
    xlsx("chinese", [
        ["金边项目部外籍人员住宿登记表"],
        ["序号", "姓名", "拼音", "性别", "出生日期", "国籍", "护照号码", "签证类型", "签证到期日", "房号", "入住日期", "退房日期", "联系电话", "备注"],
        [1, "王小明", "WANG XIAOMING", "男", "1985年3月7日", "中国", "ＥＡ１２３４５６７", "商务签证", "2027年1月5日", "３０１", "2026.11.20", None, "012345678", None],
        [2, "李梅", "LI MEI", "女", "1990-10-31", "中国", "EB7654321", "旅游签证", "２０２６／１２／０１", "302", "2026/11/21", "2026/11/30", None, "家属"],
        [3, "张伟", None, "男", "二〇〇一年十月一日", "中国", "EC1112223", "EB", "2026-11-30", "303", "昨天", None, None, None],
        ["合计", "3人"],
        ["制表人：", None, None, None, "审核："],
    ], merge=["A1:N1"])


def three_languages():
    xlsx("three_languages", [
        ["Room\nបន្ទប់\n房号", "Name / ឈ្មោះ / 姓名", "Sex 性别", "Nationality (សញ្ជាតិ/国籍)", "Passport No. 护照号码", "DOB (dd/mm/yyyy) 出生日期", "Check-in 入住", "Stay until / ស្នាក់នៅដល់ / 停留至"],
        ["A-1", "SMITH, JOHN", "Male / 男", "British / 英国", "123456789", "1/2/1980", "22/11/2026", "20/12/2026"],
        ["A-2", "Mrs. Jane Smith", None, "UK", "987654321", "03/04/1981", "22/11/2026", "20/12/2026"],
    ])


def template():
    head = lambda km, en, zh: f"{km}\n{en}\n{zh}"
    mark = "ឧទាហរណ៍ / EXAMPLE / 示例"
    columns = [
        head("ល.រ", "No.", "序号"), head("បន្ទប់", "Room", "房间"), head("ឈ្មោះ", "Name", "姓名"), head("ភេទ", "Sex", "性别"),
        head("ថ្ងៃខែឆ្នាំកំណើត", "Date of Birth", "出生日期"), head("សញ្ជាតិ", "Nationality", "国籍"),
        head("ប្រភេទឯកសារ", "Document", "证件种类"), head("លេខឯកសារ", "Document Number", "证件号码"),
        head("ប្រភេទទិដ្ឋាការ", "Visa Class", "签证种类"), head("អាចស្នាក់នៅដល់ថ្ងៃ", "May stay until", "可停留至"),
        head("ថ្ងៃចូលស្នាក់នៅ", "Arrived", "入住日期"), head("ថ្ងៃចាកចេញ", "Leaves", "离开日期"),
    ]
    passport, card = "លិខិតឆ្លងដែន (ប៉ាស្ព័រ) / Passport / 护照", "ប័ណ្ណស្នាក់នៅ / Residence card / 居留证"
    xlsx("template", [
        columns,
        [mark, "012", "WANG XIAOMING", "M / ប្រុស / Male / 男", "07/03/1985", "CHN / ចិន / China / 中国", passport, "E01234567", "T / ទេសចរណ៍ / tourist / 旅游", "25/12/2026", "25/11/2026", "02/12/2026"],
        [mark, "3B", "MILLER ANNA", "F / ស្រី / Female / 女", "1990", "DEU / អាល្លឺម៉ង់ / Germany / 德国", card, "00123456", None, "30/06/2027", "26/11/2026", None],
        [1, "011", "PARK JIHOON", "M / ប្រុស / Male / 男", "1988", "KOR / កូរ៉េខាងត្បូង / South Korea / 韩国", passport, "M12345678", "E / ធម្មតា / ordinary / 普通（商务）", DAY(2027, 2, 1), DAY(2026, 11, 22), DAY(2026, 11, 24)],
        [2, "011", "KIM SOOJIN", "F / ស្រី / Female / 女", "05/06/1989", "KOR / កូរ៉េខាងត្បូង / South Korea / 韩国", passport, "M87654321", "EB / ការងារ / work / 工作", DAY(2027, 2, 1), DAY(2026, 11, 22), None],
    ])


def site_roster():
    xlsx("site_roster", [
        ["Golden Tower site: foreign workers, week 47"],
        ["S/N", "Employee ID", "Name of Worker", "Nationality", "Passport No.", "Passport expiry", "Visa exp. date", "Work permit no.", "Work permit expiry", "Position", "Dorm / Bed", "Date in"],
        [1, "GT-001", "LIU YANG", "China", "EJ1234567", DAY(2030, 5, 1), DAY(2027, 3, 3), "WP-2026-000123", DAY(2026, 12, 31), "Welder", "B2-04", DAY(2026, 10, 1)],
        [2, "GT-002", "ZHAO LEI", "PRC", "EJ7654321", DAY(2029, 5, 1), DAY(2027, 3, 3), "No", None, "Welder", "B2-05", DAY(2026, 10, 1)],
        [3, "GT-003", "RAHMAN MD KARIM", "Bangladesh", "BX0123456", DAY(2031, 5, 1), DAY(2026, 11, 25), "applied", None, "Mason", "B2-06", DAY(2026, 11, 2)],
        [4, "GT-004", "SINGH, HARPREET", "Indian", "Z1234567", DAY(2028, 5, 1), DAY(2027, 1, 9), "WP-2026-000124", DAY(2026, 11, 1), "Foreman", "B1-01", DAY(2026, 8, 15)],
    ])


def rooms_merged():
    xlsx("rooms_merged", [
        ["Room", "Name", "Passport", "Check in"],
        [101, "GARCIA LUIS", "PAA123456", DAY(2026, 11, 21)],
        [None, "GARCIA SOFIA", "PAA123457", None],
        [None, "GARCIA LEO", "PAA123458", None],
        [102, "VACANT", None, None],
        [103, "DUBOIS MARIE", "19AB12345", DAY(2026, 11, 22)],
    ], merge=["A2:A4", "D2:D4"])


def numbers_and_dates_as_excel_makes_them():
    xlsx("numbers_as_excel_makes_them", [
        ["Room", "Name", "Passport number", "Birth date", "Arrival", "Visa expiry date"],
        [101.0, "BROWN ALICE", 123456789, 29312, 46347, 46400],
        ["0102", "BROWN ROBERT", "012345678", 1979, 46347.625, "46400"],
        [103.5, "GREEN TOM", "1.23457E+11", 19800229, DAY(2026, 11, 22), "20261231"],
        ["104.0", "GREEN ANN", 1.23456789012e17, 19810229, "22.11.2026 14:30", "31/12/26"],
        [dt.date(2026, 2, 1), "GREEN JOE", "AB 123 456", DAY(2027, 1, 1), DAY(2026, 12, 24), DAY(2026, 1, 1)],
    ])


def since_1904():
    xlsx("since_1904", [
        ["Name", "Passport No", "DOB", "Check-in"],
        ["MAC INTOSH", "AB1234567", DAY(1984, 1, 24), DAY(2026, 11, 22)],
    ], epoch=CALENDAR_MAC_1904)


def bad_rows():
    xlsx("bad_rows", [
        ["Room", "Surname", "First name", "Sex", "Nationality", "Document type", "Document no", "DOB", "Visa", "Visa valid until", "Check-in", "Check-out", "Coming from"],
        [1, "GOOD", "GUEST", "M", "French", "Passport", "12AB34567", "07/03/1985", "T", "20/12/2026", "21/11/2026", "25/11/2026", "Siem Reap"],
        [2, "BAD", "DATE", "M", "French", "Passport", "12AB34568", "31/02/1985", "T", "soon", "12/2026", "25/11/2026", None],
        [3, "BORN", "TOMORROW", "F", "French", "Passport", "12AB34569", "01/01/2030", "T", "20/12/2026", "24/12/2026", "25/12/2026", None],
        [4, "LEAVES", "EARLY", "F", "Atlantis", "Library card", "12", "1985", "Z9", "20/12/2026", "21/11/2026", "20/11/2026", None],
        [5, "张", "三", "yes", "Congolese", "护照", "12AB34560", "1985", "不知道", "20/12/2026", "21/11/2026", None, None],
        [6, "R2D2", "ROBOT", "X", "#REF!", "PP", "#N/A", "អ៊ុំ", "EB", "20/12/2026", "21/11/2026", None, "x" * 90],
        ["y" * 45, "TOO", "LONG", "-", "n/a", "?", "E" + "1" * 30, "—", "none", "20/12/2020", "21/11/2026", None, None],
    ])


def sheets():
    def before(book, sheet):
        cover = book.create_sheet("Cover", 0)
        cover["A1"] = "Lotus Hotel"
        cover["A2"] = "Monthly statistics"
        hidden = book.create_sheet("Old", 0)
        hidden.append(["Name", "Passport No", "Room"])
        hidden.append(["OLD GUEST", "OLD123456", 9])
        hidden.sheet_state = "hidden"

    xlsx("cover_and_hidden_sheets", [
        [],
        [None, None, "Guest name", None, "ID / Passport No", None, "Country"],
        [],
        [None, None, "ROSSI MARIO", None, "YA1234567", None, "Italia"],
        [],
        [None, None, "ROSSI GIULIA", None, "YA7654321", None, "ITA"],
    ], before=before)


def repeated_header():
    head = ["Rm", "Name", "Passport no.", "Nat.", "Arr.", "Dep."]
    xlsx("repeated_header", [
        ["Page 1"], head,
        [11, "IVANOV PETR", "712345678", "RU", "20.11.26", "30.11.26"],
        [12, "IVANOVA OLGA", "712345679", "RU", "20.11.26", "30.11.26"],
        [], ["Page 2"], head,
        [13, "SOKOLOV ILYA", "712345680", "Russia", "21.11.26", "1.12.26"],
        ["Sub total", 3],
    ])


def unknown_columns():
    xlsx("unknown_columns", [
        ["Ref", "Name", "Expiry", "Type", "Passport Number", "Country", "Shelf"],
        ["x7", "LOPEZ ANA", "20/12/2026", "T", "XDA123456", "Spain", None],
        ["x8", "LOPEZ EVA", "21/12/2026", "T", "XDA123457", "Spain", None],
    ])


def formulas():
    """Cells with formulas and their last values, which no library here writes: the parts are written by hand."""
    cell = lambda at, value: f'<c r="{at}" t="inlineStr"><is><t>{value}</t></is></c>'
    computed = lambda at, formula, value, kind="str": f'<c r="{at}" t="{kind}"><f>{formula}</f><v>{value}</v></c>'
    rows = [
        cell("A1", "Name") + cell("B1", "Passport No") + cell("C1", "Room") + cell("D1", "Country"),
        computed("A2", 'UPPER("zhang san")', "ZHANG SAN") + cell("B2", "E12345678") + computed("C2", "100+1", "101", "n")
        + computed("D2", "[1]Codes!A1", "China"),
        cell("A3", "=cmd|'/c calc'!A1") + computed("B3", "VLOOKUP(1,2,3)", "#N/A", "e") + cell("C3", "102") + cell("D3", "China"),
        cell("A4", "LI MEI") + cell("B4", "E87654321") + computed("C4", "1/0", "#DIV/0!", "e")
        + computed("D4", 'HYPERLINK("http://example.invalid","x")', "China"),
    ]
    sheet = "".join(f'<row r="{number}">{row}</row>' for number, row in enumerate(rows, 1))
    workbook("formulas", sheet)


def workbook(name, rows):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Guests" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(SENT / f"{name}.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (2026, 11, 22, 0, 0, 0)), content)


def old_excel():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Arrivals")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    sheet.write_merge(0, 0, 0, 8, "Arrival list, eZee Front Office")
    head = ["Res. No", "Guest Name", "Country", "Room No", "Arrival Date", "Departure Date", "ID Type", "ID Number", "Birth Date"]
    for column, name in enumerate(head):
        sheet.write(2, column, name)
    rows = [
        [7001, "Mr. Jan Novak", "Czech Republic", 204, DAY(2026, 11, 22), DAY(2026, 11, 26), "Passport", "41234567", DAY(1977, 7, 7)],
        [7002, "Ms. Eva Novakova", "Czech Republic", 204, DAY(2026, 11, 22), DAY(2026, 11, 26), "Passport", "41234568", DAY(1979, 9, 9)],
        [7003, "Dr. Otto Klein", "Austria", "Suite 1", "22-Nov-2026", "1-Dec-2026", "Passport", "U1234567", "7-Mar-68"],
    ]
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row):
            sheet.write(number, column, value, *([day] if isinstance(value, DAY) else []))
    sheet.write(7, 0, "Total Guests: 3")
    book.save(str(SENT / "old_excel.xls"))


def far_cell():
    """A cell at the far corner of an old workbook, which costs readers that keep every cell between half a gigabyte."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Guests")
    for column, name in enumerate(["Name", "Passport No"]):
        sheet.write(0, column, name)
    sheet.write(65535, 255, "far")
    book.save(str(SENT.parent / "hostile" / "far_cell.xls"))


def open_document():
    book = odf.opendocument.OpenDocumentSpreadsheet()
    hidden = odf.style.Style(name="hidden", family="table")
    hidden.addElement(odf.style.TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)

    def cell(value, **more):
        if isinstance(value, DAY):
            made = odf.table.TableCell(valuetype="date", datevalue=value.isoformat(), **more)
        elif isinstance(value, (int, float)):
            made = odf.table.TableCell(valuetype="float", value=value, **more)
        else:
            made = odf.table.TableCell(valuetype="string", **more)
        for line in str(value).split("\n"):
            made.addElement(odf.text.P(text=line))
        return made

    def sheet(name, rows, **more):
        table = odf.table.Table(name=name, **more)
        for row in rows:
            line = odf.table.TableRow()
            for value in row:
                line.addElement(odf.table.TableCell() if value is None else value if not isinstance(value, (str, int, float, DAY)) else cell(value))
            table.addElement(line)
        empty = odf.table.TableRow(numberrowsrepeated=1048000)
        empty.addElement(odf.table.TableCell(numbercolumnsrepeated=1024))
        table.addElement(empty)
        book.spreadsheet.addElement(table)

    sheet("Old", [["Name", "Passport No"], ["OLD GUEST", "OLD12345"]], stylename="hidden")
    sheet("Guests", [
        ["Room", "Full name\nឈ្មោះ", "Passport No", "Nationality", "Date of birth", "Arrived on", "Visa expires on"],
        [cell(1, numberrowsspanned=2), "HANSEN LARS", "30123456", "Norwegian", DAY(1969, 5, 17), DAY(2026, 11, 21), DAY(2027, 1, 1)],
        [odf.table.CoveredTableCell(), "HANSEN KARI", "30123457", "Norway", "17.05.1970", DAY(2026, 11, 21), DAY(2027, 1, 1)],
        [2, "BERG NILS", "30123458", "NOR", "17/13/1970", DAY(2026, 11, 22), None],
    ])
    book.save(str(SENT / "open_document.ods"))


def texts():
    text("cloudbeds.csv", "\ufeff" + "\r\n".join([
        '"Reservation Number","Guest Name","Email","Country","Room Number","Check in Date","Check out Date","Guest Document Type","Passport No.","Guest Birthday","Guest Gender","Nights","Balance Due"',
        '"8810","Emma Wilson","emma@example.invalid","AU","Dorm 4 / Bed 2","2026-11-21","2026-11-24","","PB1234567","1999-02-28","F","3","0.00"',
        '"8811","Noah Wilson","","AU","Dorm 4 / Bed 3","2026-11-21","2026-11-24","","=""PB0000123""","1998-12-01","M","3","12.50"',
        "",
    ]))
    text("opera_semicolons.csv", "\n".join([
        "Room No.;Name;First Name;Title;Arrival;Departure;Nat.;Passport No.;Birth Date;VIP;Rate Code",
        "1204;Müller;Jörg;Mr;21.11.26;25.11.26;DE;C01X00T47;12.08.74;;BAR",
        "1205;Åkesson;Linnéa;Ms;22.11.26;25.11.26;SE;91234567;03.04.91;V1;BAR",
        "",
    ]), "windows-1252")
    text("us_dates.csv", "\n".join([
        "Last Name,First Name,Passport #,Country,Date of Birth,Arrival Date,Departure Date,Room",
        "DOE,JANE,512345678,USA,07/04/1976,11/21/2026,11/28/2026,12",
        "ROE,RICHARD,512345679,United States,12/25/1980,11/05/2026,12/02/2026,14",
        "",
    ]))
    text("gb18030.csv", "姓名,护照号,国籍,签证到期日期,房间号,入住时间\n陈 CHEN WEI,E33344455,中国,2026-12-31,8801,2026-11-22 15:30\nZHOU 周 MIN,E33344456,香港,2026年12月31日,8802,2026-11-22 15:31\n", "gb18030")
    text("unicode_text.txt", "\ufeffName\tPassport No\tCountry\tបន្ទប់\tថ្ងៃចូល\r\nLEE AH KOW\tA12345678\tMalaysia\t៥\t២២/១១/២០២៦\r\nTAN MEI LING\tK1234567N\tSingapore\t៦\t២២/១១/២០២៦\r\n", "utf-16-le")
    text("utf16_without_mark.csv", "Name,Passport No,Country\r\nSATO KEN,TZ1234567,Japan\r\n", "utf-16-be")
    text("quoted_breaks.csv", 'sep=;\n"Guest\nname";"Passport\nnumber";"Address";"Room"\n\n"PEREZ\nJUAN";"AAB123456";"1st line\n2nd line; Lima";"7"\n"PEREZ ANA";"AAB123457";"";"7"\n')
    text("no_headers.csv", "1,CHAN TAI MAN,H12345678,Hong Kong,501\n2,WONG SIU MING,H87654321,Hong Kong,501\n3,JORDAN LEE,512345670,USA,502\n")
    text("pasted.txt", "New guests today:\n1. KUMAR RAJ - Z9876543\n២. KUMAR PRIYA - Z9876544\n3) 李四 E55566677\n\nThank you!\n")
    text("ubyport.unl", "\r\n".join([
        "A|2|123456789012|VODPO|Hotel Pošta|Recepce|Praha|Praha|Praha|Dlouhá|26||11000|2026.11.22 04:31:26||",
        "U|20.11.2026|24.11.2026|NOVÁKOVÁ|ŽOFIA||25.02.1974|||SVK|Žilina, Hlavná 1|EA1234567|||01||",
        "U|21.11.2026|23.11.2026|SCHINDLER|BRUNO||00.00.1950|||DEU||C01X00T47|||10||",
        "U|21.11.2026|20.11.2026|KIM|MIN JUN||15.01.2012|||XQZ||INPASS|||10|M12345678|",
        "",
    ]), "windows-1250")
    record = lambda kind, days, surname, names, sex, birth, state, document, number: (
        f"{kind}21/11/2026{days}{surname:<50}{names:<30}{sex}{birth}{'':<9}{'':<2}{state}{state}{document:<5}{number:<20}{state if number else '':<9}"
    )
    text("alloggiati.txt", "\r\n".join([
        record("17", "04", "BIANCHI", "CARLA", "2", "23/12/1972", "100000100", "PASOR", "YB1234567"),
        record("19", "04", "BIANCHI", "PAOLO", "1", "01/02/2012", "100000100", "", "").rstrip(),
        record("16", "10", "FISCHER", "ANKE", "2", "30/02/1980", "100000216", "IDENT", "L01X00T47"),
    ]))


def main():
    SENT.mkdir(exist_ok=True)
    (SENT.parent / "hostile").mkdir(exist_ok=True)
    for make in [
        plain, titles_and_two_header_rows, khmer, chinese, three_languages, template, site_roster, rooms_merged,
        numbers_and_dates_as_excel_makes_them, since_1904, bad_rows, sheets, repeated_header, unknown_columns, formulas,
        old_excel, far_cell, open_document, texts,
    ]:
        make()


main()
