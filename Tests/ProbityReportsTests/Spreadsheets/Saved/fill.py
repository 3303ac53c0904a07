"""Fills in asked.xlsx as people do: days as days, numbers as numbers, a box that is ticked."""

import datetime

import msoffcrypto.format.ooxml
import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

ANSWERS = {
    "painted": True,
    "checked": datetime.date(2026, 5, 31),
    "box.weight": 3,
    "box.ratio": 0.25,
    "box.maker": CellRichText("Good & ", TextBlock(InlineFont(b=True), "<sons>")),
    "parts[x].colour": "blue, or nearly so",
    "parts.complete": "yes",
    "parts[x].tints.complete": "red; blue",
}


def fill(name, **changes):
    book = openpyxl.load_workbook("asked.xlsx", rich_text=True)
    sheet = book.worksheets[1]
    columns = {cell.value: cell.column for cell in sheet[1]}

    def write(row, column, value):
        cell = sheet.cell(row, columns[column])
        cell.number_format = "General"
        cell.value = value
        if isinstance(value, datetime.date):
            cell.number_format = "yyyy-mm-dd"

    answers = {**ANSWERS, **changes}
    for row in range(2, sheet.max_row + 1):
        answer = answers.pop(sheet.cell(row, columns["id"]).value, None)
        if answer is None:
            continue
        write(row, "answer", answer)
        write(row, "answered by", "A. Officer")
        write(row, "answered on", datetime.date(2026, 11, 20))
    assert not answers, answers
    sheet.row_dimensions[3].hidden = True
    book.properties.created = book.properties.modified = datetime.datetime(2026, 11, 20)
    book.save(name)


fill("openpyxl.xlsx")
first = openpyxl.load_workbook("asked.xlsx").worksheets[1]["B2"].value
fill("openpyxl-formula.xlsx", **{first: '=CONCATENATE("y", "es")'})
with open("openpyxl.xlsx", "rb") as plain, open("password.xlsx", "wb") as locked:
    msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", locked)
