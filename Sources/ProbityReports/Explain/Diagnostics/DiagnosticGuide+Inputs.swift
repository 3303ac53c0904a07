extension DiagnosticGuide {
  /// What is wrong with files, and with answers to a questionnaire.
  static let inputs = #"""
    input.unreadable
      means a file can't be opened, read or listed, or is larger than 16 MiB
      do check path and permissions
      such probity check vendors/no-such-file.yaml
    input.nothing
      means a folder has no `.yaml`, `.yml` or `.json` file, or `--parties` is no folder
      do name another
      such probity check empty-folder
    input.unknown-pack
      means `--packs` names a pack that is not among the rules
      do check its spelling, and `--rules`
      such probity check vendors --packs cor
    input.no-pack
      means `--packs` names nothing
      do name a pack, or leave the option out
      such probity check vendors --packs ,
    input.unknown-part
      means `probity explain` was asked about something that it does not know
      do check its spelling; without a part it explains the whole decision
      such probity explain pivto
    input.no-finding
      means the decision has no finding of this rule, or none on this subject
      do take rule and subject as `probity check` prints them
      such probity explain core/candour 'products[x]' --profile vendors/acme.yaml
    input.many
      means a folder with several profiles is named where one is wanted
      do name one
      such probity questionnaire vendors
    input.changed
      means the profile was changed by somebody else while answers were put into it
      do run it again
      such an editor saves the profile while `probity answers import --yes` runs
    input.unwritable
      means a file can't be written, or is there already
      do check path and permissions, or name another
      such probity questionnaire acme.yaml --to read-only/ask.yaml
    probity.no-format
      means the file does not begin with `probity: …`
      do say what it is, such as `probity: vendor-profile/1`
      such vendor: {id: acme}
    probity.wrong-format
      means the file is something else than what is wanted here
      do move it, such as a profile out of the rules
      such probity: rule-pack/1   (in vendors/acme.yaml)
    answers.unknown-question
      means no question of the profile has this `id`
      do take the `id` of the questionnaire; elements that were renamed since have other ids
      such id: governance.hr_polisy.published
    answers.changed-question
      means a warning: the question, its form or its choices have changed since the questionnaire was written
      do read the question again
      such fingerprint: 000000000000
    answers.not-a-choice
      means the answer is none of the choices
      do choose one, or `declined`, or `cannot_know`
      such answer: maybe   (choices: yes, no, declined, cannot_know)
    answers.wrong-form
      means the answer is no date, number or list as asked, or too long
      do write it as the question says
      such answer: last spring   (a date is asked)
    answers.twice
      means one question is answered twice
      do keep one
      such two rows with the id governance.hr_policy.published
    answers.no-question
      means a row has an answer and no `id`
      do give the `id`
      such a row with `answer: yes` and an empty `id`
    answers.no-day
      means there is no day on which an answer was given
      do fill in `answered on`, or say `--on`
      such answered_on:   (left empty)
    answers.no-author
      means nobody is named for an answer that the vendor did not give
      do fill in `answered by`, or say `--by`
      such answered_by:   (left empty, for: third_party)
    answers.not-a-respondent
      means `for` is no respondent
      do leave the column as it was
      such for: somebody
    answers.other-vendor
      means the questionnaire is about another vendor
      do name that vendor's profile
      such vendor: other   (imported into acme.yaml)
    answers.layout
      means the profile is written so that adding the answers would touch something else, for example through an alias
      do add them by hand
      such hr_policy: *shared
    csv.not-a-text
      means the table is not UTF-8
      do save it as CSV UTF-8
      such a table saved in Latin-1
    csv.open-quote
      means a quote is never closed
      do close it
      such governance.hrdd.last_cycle,"2026-06-30
    csv.stray-quote
      means a quote stands within a cell without quotes, or text behind a closed one
      do double the quote, within quotes
      such a,b"c,d
    csv.too-many-cells
      means a row has more cells than the first line
      do put a cell with separators in quotes
      such id,answer\na,b,c
    table.missing-column
      means there is no column for ids or for answers
      do keep the first line
      such question,answer\n…
    table.repeated-column
      means two columns have one name
      do remove one
      such id,answer,answer\n…
    table.formula
      means an answer, or what belongs to it, is a formula, whose result nobody can vouch for
      do put the value itself into the cell
      such =IF(B2>1,"yes","no")   (in the column for answers)
    table.error-value
      means a spreadsheet shows an error such as `#REF!` there
      do put the value itself into the cell
      such #REF!
    table.too-long
      means a cell has more characters than spreadsheets hold
      do shorten it
      such an answer of 40,000 characters
    xlsx.damaged
      means the file is no spreadsheet, is cut off, or has parts that none has, such as a document type or a name that climbs
      do open it in a spreadsheet program and save it as .xlsx again
      such a workbook of which half was downloaded
    xlsx.encrypted
      means the file has a password, or is an .xls of old
      do save it as .xlsx without a password
      such a workbook that asks for a password
    xlsx.no-questions
      means no sheet has the columns `id` and `answer` in its first 50 rows
      do send the file that was asked for
      such a workbook of something else
    xlsx.too-large
      means the file, or something inside, is over a limit
      do leave out what was not asked
      such a workbook with a million rows
    """#
}
