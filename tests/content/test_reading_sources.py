"""Source folders: contacts, figures, topics, word lists and what is wrong with them, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_sources import CONTACTS, CONTACTS_HEAD, FIGURES, FIGURES_HEAD, TOPICS, write_guide

from kiosk.content.contacts import read_contacts
from kiosk.content.figures import read_figures
from kiosk.content.sources import read, read_about
from kiosk.content.topics import read_topics
from kiosk.content.word_lists import GlossaryTerm, read_word_lists, words_on_page
from kiosk.edition.gather import gather
from kiosk.errors import InputError


def refused(folder: Path, name: str, content: str | bytes, says: str, line: int | None) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=says) as caught:
        gather(folder)
    assert (caught.value.file, caught.value.line) == (str(path), line)


def test_the_small_source_is_read_whole(small_source: Path) -> None:
    kinds = [record.kind for record in read(small_source)]
    assert (kinds.count("contact"), kinds.count("figure"), kinds.count("guide"), kinds.count("topic")) == (3, 4, 1, 1)


@pytest.mark.parametrize(
    ("name", "content", "says", "line"),
    [
        ("contacts.csv", "key,name\na,b\n", "column phone is missing", 1),
        ("contacts.csv", "", "column key is missing", 1),
        ("contacts.csv", CONTACTS + "emergency.999,Again,,999,,,,yes,yes,,,,\n", "stands here twice", 5),
        ("contacts.csv", CONTACTS + ",No key,,1,,,,,,,,,\n", "needs a key", 5),
        ("contacts.csv", CONTACTS_HEAD + "a,Line,Help, money,0300 123 4567,,,,no,yes,yes,no,,\n", "more cells", 2),
        ("contacts.csv", CONTACTS_HEAD + 'a,"open quote,x\n', "not a valid CSV", 2),
        ("contacts.csv", CONTACTS_HEAD.replace("relay,", "phone,", 1) + "a\n", "same name", 1),
        ("contacts.csv", CONTACTS.encode("utf-16"), "UTF-8", 1),
        ("contacts.csv", CONTACTS + "x," + "y" * 140_000 + "\n", "not a valid CSV", 5),
        ("contacts.csv", b"a" * (4 * 1024 * 1024 + 1), "larger than", None),
        ("figures.csv", FIGURES + "x,X,lots,GBP,,,,,yes,,\n", "cannot be read", 6),
        ("figures.csv", FIGURES + "x,X,1,GBP,,2026-02-30,,,yes,,\n", "cannot be read", 6),
        ("figures.csv", FIGURES + "x,X,1,GBP,,2026-04-06,2026-04-05,,yes,,\n", "ends before", 6),
        ("figures.csv", FIGURES + "x,X,NaN,GBP,,,,,yes,,\n", "not an amount", 6),
        ("figures.csv", FIGURES + "x,X,Infinity,GBP,,,,,yes,,\n", "not an amount", 6),
        ("figures.csv", FIGURES + "x,X,1e900000,GBP,,,,,yes,,\n", "not an amount", 6),
        ("figures.csv", FIGURES + "x,X,-5,GBP,,,,,yes,,\n", "not an amount", 6),
        ("figures.csv", FIGURES + "guess,Again,1,GBP,,2026-04-06,,,yes,,\n", "stands here twice", 6),
        ("figures.csv", FIGURES_HEAD + ",,1,GBP,,,,,yes,,\n", "no key", 2),
        ("topics.toml", "topics = 5", "written as", None),
        ("topics.toml", 'topics = ["care"]', "not complete", None),
        ("topics.toml", '[[topics]]\nid = "care"\ntitle.ar = "x"', "not complete", None),
        ("topics.toml", TOPICS + '[[topics]]\nid = "care"\ntitle.en = "x"', "twice", None),
        ("topics.toml", "[[topics]]\nid = ", "TOML", 1),
        ("topics.toml", "x = " + "[" * 5000, "TOML|deep", 1),
        ("council.toml", "council = 5", "table of words", None),
        ("council.toml", "[council]\nname = 5", "table of words", None),
        ("source.toml", "area = 'x'", "no name", None),
        ("source.toml", "name = 'x'\nlanguages = 'en'", "a list", None),
        ("source.toml", "name = 'x'\ndemonstration = 'yes'", "true or false", None),
        ("words/en/glossary.csv", "term\nx\n", "meaning is missing", 1),
        ("words/en/glossary.csv", "term,meaning\nx,a\nx,b\n", "stands here twice", 3),
        ("words/en/jokes.csv", "term\nx\n", "no list called jokes", None),
        ("guides/en/stray.md", "+++\n+++\n", "LANGUAGE/TOPIC", None),
        ("guides/en/money/asking.md", "", "front matter", 1),
    ],
)
def test_a_broken_file_is_named_with_its_line(
    small_source: Path, name: str, content: str | bytes, says: str, line: int | None
) -> None:
    refused(small_source, name, content, says, line)


def test_a_guide_in_the_wrong_topic_is_refused(small_source: Path) -> None:
    path = write_guide(small_source, "Words.", "moved")
    place = small_source / "guides" / "en" / "money" / "moved.md"
    place.parent.mkdir()
    path.rename(place)
    with pytest.raises(InputError, match="lies in 'money'"):
        read(small_source)


def test_two_guides_of_one_id_are_refused(small_source: Path) -> None:
    text = (small_source / "guides/en/care/asking.md").read_text()
    refused(small_source, "guides/en/money/asking.md", text.replace('"care"', '"money"'), "lies in", None)


def test_a_folder_without_source_toml_is_not_a_source(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a source"):
        read_about(tmp_path)


def test_flags_are_yes_or_they_are_no(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    flags = ["yes", "YES", "y", "1", ""]
    rows = "".join(f"k{n},Line,,0300 123 4567,,,,{flag},{flag},,,,\n" for n, flag in enumerate(flags))
    path.write_text(CONTACTS_HEAD + rows)
    assert [contact.verified for contact in read_contacts(path)] == [True, True, False, False, False]
    assert [contact.safety for contact in read_contacts(path)] == [True, True, False, False, False]


def test_blank_rows_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text(FIGURES + "\n,,,,,,,,,,\n")
    assert len(read_figures(path)) == 4


def test_topics_keep_the_order_of_their_file(tmp_path: Path) -> None:
    path = tmp_path / "topics.toml"
    path.write_text("".join(f'[[topics]]\nid = "{name}"\ntitle.en = "x"\n' for name in ("zoo", "ant", "man")))
    assert [(r.key, r.body["order"]) for r in read_topics(path)] == [("zoo", 0), ("ant", 1), ("man", 2)]


def test_a_topic_holds_at_most_seven_subtopics(tmp_path: Path) -> None:
    path = tmp_path / "topics.toml"
    subs = "".join(f'[[topics.subtopics]]\nid = "s{n}"\ntitle.en = "x"\n' for n in range(8))
    path.write_text('[[topics]]\nid = "care"\ntitle.en = "x"\n' + subs)
    with pytest.raises(InputError, match="more than 7"):
        read_topics(path)


def test_words_on_a_page_come_in_reading_order_and_only_as_whole_words() -> None:
    terms = [GlossaryTerm("care", "…"), GlossaryTerm("advocate", "…", ("advocates",)), GlossaryTerm("means test", "…")]
    found = words_on_page(terms, "A means test. Advocates help. Careful!")
    assert [term.term for term in found] == ["means test", "advocate"]


def test_a_synonym_may_stand_once_for_each_context(tmp_path: Path) -> None:
    path = tmp_path / "words/en/synonyms.csv"
    path.parent.mkdir(parents=True)
    path.write_text("term,expansions,context\nhome,house,\nhome,care home,care\n")
    assert [record.key for record in read_word_lists(tmp_path / "words")] == ["en/home", "en/home/care"]
