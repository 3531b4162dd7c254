"""Quotations in English: who said what."""

import pytest

from tests.facts.quoting import Said, check

CASES: list[tuple[str, list[Said]]] = [
    # The verb behind, before, inside.
    (
        "“The bridge will open in May,” said Laura Mendez, an engineer with the county.",
        [("The bridge will open in May,", "Laura Mendez", "engineer with the county")],
    ),
    (
        '"We have no more beds," Dr. Helen Park said on Monday.',
        [("We have no more beds,", "Helen Park", "")],
    ),
    (
        "Tom Becker, the club's head coach, said: “We were second best from the first minute.”",
        [("We were second best from the first minute.", "Tom Becker", "club's head coach")],
    ),
    (
        "The mayor, Anita Rossi, told reporters that the plan was “a gift to developers”.",
        [("a gift to developers", "Anita Rossi", "mayor")],
    ),
    (
        "“I would not,” Peter Lund said, “have signed it.”",
        [("I would not,", "Peter Lund", ""), ("have signed it.", "Peter Lund", "")],
    ),
    (
        "According to Maria Keller, a biologist at the station, “the frogs were simply gone”.",
        [("the frogs were simply gone", "Maria Keller", "biologist at the station")],
    ),
    (
        "“It is over,” she said. Nobody in the room knew who she was.",
        [],
    ),
    # Titles, in American and in British.
    (
        "“The rate will stay where it is,” Treasury Secretary Mark Dunne told lawmakers.",
        [("The rate will stay where it is,", "Mark Dunne", "Treasury Secretary")],
    ),
    (
        "‘It’s a mess and we’ll clear it up,’ said Prime Minister Joan Avery.",
        [("It’s a mess and we’ll clear it up,", "Joan Avery", "Prime Minister")],
    ),
    (
        "Acme chief executive Paul Stone said the results were “better than feared”.",
        [("better than feared", "Paul Stone", "Acme chief executive")],
    ),
    (
        "“We sold everything,” said Rachel Okafor, 34, a nurse from Leeds. “There was no choice.”",
        [
            ("We sold everything,", "Rachel Okafor", "nurse from Leeds"),
            ("There was no choice.", "Rachel Okafor", "nurse from Leeds"),
        ],
    ),
    (
        "Alan Pryce, chairman of the trust, warned that the roof “could go at any moment”.",
        [("could go at any moment", "Alan Pryce", "chairman of the trust")],
    ),
    # Pronouns, surnames, roles: the person named before.
    (
        "Greta Holm founded the firm in 2009.\n\n“We began in a garage,” she recalled.",
        [("We began in a garage,", "Greta Holm", "")],
    ),
    (
        "James Orr met Susan Vale on Tuesday. She left first.\n\n“I had a train to catch,” she said. "
        "“He did not,” he replied.",
        [
            ("I had a train to catch,", "Susan Vale", ""),
            ("He did not,", "James Orr", ""),
        ],
    ),
    (
        "Daniel Marsh was appointed minister of fisheries in June. The quota fell again.\n\n"
        "“Nobody likes it,” Marsh conceded. “I like it least of all.”",
        [
            ("Nobody likes it,", "Daniel Marsh", None),
            ("I like it least of all.", "Daniel Marsh", None),
        ],
    ),
    (
        "The finance minister, Elena Costa, left no doubt on Friday.\n\nBanks grumbled.\n\n"
        "“The tax stays,” the minister said.",
        [("The tax stays,", "Elena Costa", "finance minister")],
    ),
    (
        "Mr. Ito arrived late. “The snow was to blame,” Mr. Ito said.",
        [("The snow was to blame,", "Mr. Ito", "")],
    ),
    (
        "Catherine Boyle owns the shop. Ms Boyle says it is “a labour of love”.",
        [("a labour of love", "Catherine Boyle", "")],
    ),
    # Bodies speak as well.
    (
        "“The vehicle failed to stop,” police said in a statement.",
        [("The vehicle failed to stop,", "police", "")],
    ),
    (
        "The IMF said in its report that the outlook was “tilted to the downside”.",
        [("tilted to the downside", "IMF", "")],
    ),
    (
        "“We do not comment on rumours,” a spokeswoman for the airline said.",
        [("We do not comment on rumours,", "spokeswoman for the airline", "")],
    ),
    (
        "The ministry said it would “study the ruling with care”.",
        [("study the ruling with care", "ministry", "")],
    ),
    (
        "“The talks are going nowhere,” one diplomat told Reuters.",
        [("The talks are going nowhere,", "diplomat", "")],
    ),
    # Several paragraphs, one speaker.
    (
        "“We had planned for this,” said Omar Haddad, who runs the port.\n\n"
        "“But nobody plans for two storms.\n\n“Not in one week.”",
        [
            ("We had planned for this,", "Omar Haddad", None),
            ("But nobody plans for two storms.", "Omar Haddad", None),
            ("Not in one week.", "Omar Haddad", None),
        ],
    ),
    (
        "Nina Falk was blunt. “This is not a recovery. It is a pause between two falls.”",
        [("This is not a recovery. It is a pause between two falls.", "Nina Falk", "")],
    ),
    (
        "Asked whether he would resign, Victor Hale said no. “I was elected to finish the job.”",
        [("I was elected to finish the job.", "Victor Hale", "")],
    ),
    (
        "The judge, Ruth Adler, was unmoved. She said:\n\n> You knew what you did.\n>\n> You did it.",
        [
            ("You knew what you did.", "Ruth Adler", "judge"),
            ("You did it.", "Ruth Adler", "judge"),
        ],
    ),
    # Nested, and of several kinds.
    (
        "“He told me ‘run’ and I ran,” said Kate Moore.",
        [("He told me ‘run’ and I ran,", "Kate Moore", "")],
    ),
    (
        "Ben Ward said: \"My father called it 'the beast' and so do I.\"",
        [("My father called it 'the beast' and so do I.", "Ben Ward", "")],
    ),
    # What is no quotation.
    ("Her first novel, “The Salt Road”, sold forty copies.", []),
    ("The so-called “ghost fleet” has grown since the embargo.", []),
    ("Police in Lyon launched operation “Clean Streets” on Monday.", []),
    ("A sign on the door read “Closed until further notice”.", []),
    ('He stands 6\' 2" tall, and the pipe is 5" wide.', []),
    ("The word “budget” comes from a French word for a small bag.", []),
    ("It was a “victory” that cost them the war.", []),
    ("In ’90s Britain the players’ union and the owners’ club rarely spoke.", []),
    ("## “We will not go”\n\nThe strike began on Monday at the docks.", []),
    ('Acme shocked the trade by announcing "Great Salt Road," its first game.', []),
    ("She hummed “Yellow Submarine” all the way home.", []),
    # One or two words with a verb that governs them.
    (
        "Sanders, a senator from Vermont, called the bill “grotesque”.",
        [("grotesque", "Sanders", "senator from Vermont")],
    ),
    ("“Never,” said Ana Prado.", [("Never,", "Ana Prado", "")]),
    (
        "The court described the evidence as “overwhelming”.",
        [("overwhelming", "court", "")],
    ),
    # Who else stands in the sentence is not who speaks.
    (
        "“Smith never paid me,” Laura Quinn, his former partner, told the court in Dublin.",
        [("Smith never paid me,", "Laura Quinn", "former partner")],
    ),
    (
        "After Brazil beat Ghana, coach Tito Alves said his side had “learned to suffer”.",
        [("learned to suffer", "Tito Alves", "coach")],
    ),
    (
        "Zhang Min, who led the study, said the signal was “tiny but real”, while Ravi Iyer, an "
        "astronomer at Pune who was not involved, urged caution. “One star is not a sample,” he said.",
        [
            ("tiny but real", "Zhang Min", None),
            ("One star is not a sample,", "Ravi Iyer", "astronomer at Pune"),
        ],
    ),
    (
        "Hollis and his lawyer, Dana Wirth, left by a side door. “We will appeal,” Wirth said.",
        [("We will appeal,", "Dana Wirth", "lawyer")],
    ),
    (
        "It was “a very good day for the town”, Councillor Mary Flynn said.",
        [("a very good day for the town", "Mary Flynn", "Councillor")],
    ),
    (
        "“Why now?” asked the film's director, Lena Ortiz. The producers had no answer.",
        [("Why now?", "Lena Ortiz", "film's director")],
    ),
    (
        "“Is it safe?” Harris asked. Kamala Harris was visiting the plant with Joe Dent.",
        [("Is it safe?", "Kamala Harris", "")],
    ),
    (
        "The report said growth was “uneven” and “likely to slow further next year”.",
        [("uneven", "report", ""), ("likely to slow further next year", "report", "")],
    ),
    (
        "Tesla's Elon Musk tweeted: “Funding secured, more or less.”",
        [("Funding secured, more or less.", "Elon Musk", "")],
    ),
    # Longer stretches: who is meant changes from sentence to sentence.
    (
        "“It was wrapped in a towel,” Inspector Fiona Grant said.\n\nThe cleaner, Abiola Okoye, 41, "
        "said she almost threw it away. “There was gold on the page,” she said.",
        [
            ("It was wrapped in a towel,", "Fiona Grant", "Inspector"),
            ("There was gold on the page,", "Abiola Okoye", "cleaner"),
        ],
    ),
    (
        "The abbot, Thomas Reid, wept. The insurer, Northgate Mutual, now says the book is “legally "
        "ours”.\n\nAsked about the claim, the abbot laughed. “They are welcome to come,” he said.",
        [
            ("legally ours", "Northgate Mutual", None),
            ("They are welcome to come,", "Thomas Reid", "abbot"),
        ],
    ),
    (
        "In a statement on Friday, the Corps of Engineers disputed that, calling it “quite absurd”.",
        [("quite absurd", "Corps of Engineers", "")],
    ),
    (
        "Prof. Hugh Dale, a linguist at the University of St. Andrews who read it, called it “one of "
        "the great books”. “I thought it was ash,” the 61-year-old said.",
        [
            ("one of the great books", "Hugh Dale", "linguist at the University of St. Andrews"),
            ("I thought it was ash,", "Hugh Dale", "linguist at the University of St. Andrews"),
        ],
    ),
    # An interview.
    (
        "KLEIN: Why did you leave?\n\nVERA SOLIS: I was tired of winning.\n\n"
        "KLEIN: And now?\n\nSOLIS: Now I paint.",
        [
            ("Why did you leave?", "Klein", ""),
            ("I was tired of winning.", "Vera Solis", ""),
            ("And now?", "Klein", ""),
            ("Now I paint.", "Vera Solis", ""),
        ],
    ),
    (
        "“They came at night.” That is how Ines Duarte, a shepherd, remembers the wolves.",
        [("They came at night.", "Ines Duarte", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_said(text: str, expected: list[Said]) -> None:
    check(text, "en", expected)
