"""What people type finds what they mean, and the search says what it did."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_directory import service
from sqlite_utils import Database

from kiosk.directory import tables
from kiosk.search import Did, Query, forget, search


def names(directory: sqlite3.Connection, words: str, **options: object) -> list[str]:
    return [hit.name for hit in search(directory, Query(words=words, **options)).hits]  # type: ignore[arg-type]


def did(directory: sqlite3.Connection, words: str) -> list[tuple[str, str, str]]:
    return [(step.action, step.before, step.after) for step in search(directory, Query(words=words)).did]


@given(words=st.text())
def test_whatever_a_visitor_types_is_not_an_error(directory, words):
    search(directory, Query(words=words))


@settings(max_examples=60)
@given(words=st.text(alphabet="\"*()^:-+NEARORAND '{}[]\\\x00\ud800é", max_size=40))
def test_signs_of_the_query_language_mean_nothing(directory, words):
    search(directory, Query(words=words))


@given(words=st.lists(st.sampled_from(["dementia", "foodbank", "food", "bank", "zx1", "lift", "to", "befr", "i", "am",
                                       "lonely", "memory", "café", "cafe's", "x"]), max_size=8).map(" ".join),
       exact=st.booleans(), limit=st.integers(-3, 30), offset=st.integers(-3, 30))  # fmt: skip
def test_a_page_is_part_of_the_whole(directory, words, exact, limit, offset):
    whole = search(directory, Query(words=words, exact=exact, limit=100))
    assert len(whole.hits) == whole.total
    assert len({hit.id for hit in whole.hits}) == whole.total
    page = search(directory, Query(words=words, exact=exact, limit=limit, offset=offset))
    first = max(offset, 0)
    assert page.hits == whole.hits[first : first + max(limit, 0)]


def test_the_name_comes_before_the_description(directory):
    assert names(directory, "dementia") == ["Dementia café", "Larkmere Library"]


def test_accents_and_possessives_do_not_matter(directory):
    assert names(directory, "CAFE")[0] == names(directory, "café’s")[0] == "Dementia café"


@pytest.mark.parametrize("words", ["befr", "befriendi", "befriending vis", "dement", "libra"])
def test_half_typed_words_are_found(directory, words):
    assert names(directory, words)[0] in ("Befriending visits", "Dementia café", "Larkmere Library")
    assert not any(action == "repaired" for action, *_ in did(directory, words))


@pytest.mark.parametrize(
    ("words", "before", "after", "first"),
    [
        ("dementa", "dementa", "dementia", "Dementia café"),
        ("libary larkmere", "libary", "library", "Larkmere Library"),
        ("meels on wheels", "meels", "meals", "Meals on wheels"),
        ("befreinding", "befreinding", "befriending", "Befriending visits"),
    ],
)
def test_typing_mistakes_are_repaired_and_said(directory, words, before, after, first):
    assert names(directory, words)[0] == first
    assert ("repaired", before, after) in did(directory, words)


def small(records, synonyms=(), phrases=()):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE synonym (lang, term, expansions, context, direction)")
    connection.executemany("INSERT INTO synonym VALUES ('en', ?, ?, '', 'one')", synonyms)
    connection.execute("CREATE TABLE phrase (lang, phrase, types, beneficiaries, words, urgent)")
    connection.executemany("INSERT INTO phrase VALUES ('en', ?, ?, '', '', '')", phrases)
    connection.execute("CREATE TABLE stopword (lang, word, weak)")
    connection.executemany("INSERT INTO stopword VALUES ('en', ?, '')", [("on",), ("near",), ("me",), ("my",), ("is",)])
    tables.write(Database(connection), records)
    return connection


@pytest.mark.parametrize("words", ["meels on weels", "meals on weels", "meels on wheels near me", "hot meels on weels"])
def test_a_repair_completes_a_known_term_before_it_takes_a_more_frequent_word(words):
    weeks = [service(f"w{number}", f"Weeks of meals {number}", "Hot weeks.") for number in range(5)]
    warm = service("warm", "Warm Plate", "Hot meals brought on wheels.")
    directory = small([*weeks, warm], synonyms=[("meals on wheels", "hot meal delivery")])
    assert names(directory, words)[0] == "Warm Plate"
    assert ("repaired", "weels", "weeks") in did(directory, "weels")
    forget(directory)
    directory.close()


def test_a_repair_completes_an_everyday_phrase_too():
    records = [service("a", "Falcon club"), service("b", "Gym", types=["activities-and-exercise"])]
    directory = small(records, phrases=[("keep falling over", "activities-and-exercise")])
    assert names(directory, "i keap fallin over")[0] == "Gym"
    forget(directory)
    directory.close()


def test_a_word_is_not_split_into_stop_words(directory):
    assert not any(action == "joined" for action, *_ in did(directory, "forgetting"))


def test_a_phrase_counts_by_its_words_without_stop_words(directory):
    assert names(directory, "my mum keeps forgetting") == ["Dementia café"]
    assert ("synonyms", "keeps forgetting", "dementia-support") in did(directory, "my mum keeps forgetting")
    assert names(directory, "forgetting keeps") == []


def test_of_nested_phrases_the_longest_counts(directory):
    assert names(directory, "i can't cope with caring") == ["Vale Community Transport"]
    assert names(directory, "i can't cope") == ["Walking group"]


def test_when_a_phrase_says_all_of_a_question_its_kinds_come_first():
    records = [
        service("a", "Lonely heart books"),
        service("b", "Visits", types=["befriending-and-social"]),
        service("c", "Club for a lonely heart", types=["befriending-and-social"]),
    ]
    directory = small(records, phrases=[("my heart is lonely", "befriending-and-social")])
    assert names(directory, "my heart is lonely") == ["Club for a lonely heart", "Visits", "Lonely heart books"]
    assert names(directory, "my heart is lonely books")[0] == "Lonely heart books"
    forget(directory)
    directory.close()


def test_of_a_phrase_the_services_with_most_of_its_kinds_and_least_else_come_first():
    records = [
        service("a", "A bit of all", types=["mental-health", "bereavement", "housing"]),
        service("b", "Best", types=["mental-health"], groups=["lonely"]),
        service("c", "Counselling", types=["mental-health"]),
    ]
    directory = small(records, phrases=[("i feel low", "mental-health")])
    assert names(directory, "i feel low") == ["Best", "Counselling", "A bit of all"]
    forget(directory)
    directory.close()


def test_the_word_itself_comes_before_other_forms_of_it():
    records = [
        service("a", "Rarer dementias meet-up", "dementias dementias dementias"),
        service("b", "Help with many other things for people in the vale and beyond", "Also dementia."),
        service("c", "Advisers of the vale on dementia", "A long text about many other things, week after week."),
    ]
    directory = small(records)
    assert names(directory, "dementia")[0] == "Advisers of the vale on dementia"
    assert names(directory, "dementias")[0] == "Rarer dementias meet-up"
    forget(directory)
    directory.close()


def test_without_a_place_the_word_in_a_name_comes_before_any_text():
    records = [
        service(f"a{n}", f"Carers and cares {n}", "care caring cared", organization={"name": "Care"}) for n in range(3)
    ]
    caring = service("b", "Very long name of a group that meets to talk about caring and many other things in the vale")
    directory = small([*records, caring], synonyms=[("caring", "care")])
    assert names(directory, "caring")[0] == caring.body["name"]
    forget(directory)
    directory.close()


def test_the_day_on_which_something_is_on_finds_it(directory):
    assert names(directory, "tuesdays") == ["Dementia café"]
    assert names(directory, "transport wednesday") == ["Vale Community Transport"]
    assert did(directory, "tuesdays") == []


def test_choices_hold_for_words_and_for_phrases(directory):
    for types in (("meals-and-food",), ("befriending-and-social",), ("information-library-community-hub",)):
        results = search(directory, Query(words="i am lonely people", types=types, limit=100))
        assert len(results.hits) == results.total
        assert all(set(types) <= set(hit.types) for hit in results.hits)


def test_a_word_in_another_form_is_not_a_mistake(directory):
    assert names(directory, "libraries")[0] == "Larkmere Library"
    assert did(directory, "libraries") == []


def test_exactly_means_exactly(directory):
    assert names(directory, "dementa", exact=True) == []
    assert names(directory, "memory cafe", exact=True) == []


def test_joined_and_parted_words_find_each_other(directory):
    assert set(names(directory, "food bank")) == {"Community Food Bank", "Hexbridge Foodbank"}
    assert set(names(directory, "foodbank")) == {"Community Food Bank", "Hexbridge Foodbank"}


def test_related_words_come_after_the_words_themselves(directory):
    assert names(directory, "memory cafe") == ["Dementia café"]
    assert ("synonyms", "memory cafe", "dementia cafe, forget me not") in did(directory, "memory cafe")


def test_a_word_with_two_meanings_needs_its_context(directory):
    assert names(directory, "a lift to the shops")[0] == "Vale Community Transport"
    assert names(directory, "lift") == []


def test_an_everyday_phrase_finds_its_kind_of_help(directory):
    assert "Befriending visits" in names(directory, "i am lonely")


def test_when_not_all_words_match_the_search_is_widened(directory):
    results = search(directory, Query(words="library astronomy"))
    assert [hit.name for hit in results.hits] == ["Larkmere Library"]
    assert results.did == (Did("widened", "library astronomy"),)


def test_nothing_found_says_so(directory):
    results = search(directory, Query(words="zzzzqq"))
    assert (results.total, results.hits) == (0, ())
    assert results.did[-1].action == "nothing"


def test_only_stop_words_are_searched_as_they_are(directory):
    assert search(directory, Query(words="to the")).total > 0


def test_guides_are_found_by_the_same_words(directory):
    guides = search(directory, Query(words="dementa")).guides
    assert [(guide.kind, guide.id) for guide in guides] == [("guide", "dementia"), ("guide", "carers")]


def test_guides_in_the_visitors_language_else_in_english(directory):
    assert [hit.name for hit in search(directory, Query(words="الخرف", language="ar")).guides] == ["العيش مع الخرف"]
    english = search(directory, Query(words="dementia", language="ar")).guides
    assert [hit.id for hit in english] == ["dementia", "carers"]


def test_a_row_carries_what_a_list_shows(directory):
    hit = search(directory, Query(words="dementia")).hits[0]
    assert (hit.id, hit.place, hit.postcode, hit.phone) == (
        "vale:cafe", "1 High Street, Larkmere", "ZX1 1AA", "01632 960001",
    )  # fmt: skip
    assert (hit.types, hit.is_free, hit.distance_miles) == (("dementia-support",), True, None)
    assert search(directory, Query(words="library")).hits[0].is_free is None


def test_without_word_lists_and_guides_it_still_works():
    from small_directory import SERVICES, fill

    connection = sqlite3.connect(":memory:")
    fill(connection, SERVICES, words=False)
    assert names(connection, "dementa")[0] == "Dementia café"
    forget(connection)
    connection.close()


def test_an_edition_without_services_answers_with_nothing():
    connection = sqlite3.connect(":memory:")
    assert search(connection, Query(words="dementia memry")).total == 0
    assert search(connection, Query()).total == 0
    forget(connection)
    connection.close()


def test_real_spelling_mistakes_on_real_services(sample_data, tmp_path):
    from sqlite_utils import Database

    from kiosk.directory import sources, tables
    from kiosk.directory.importers.bring import bring

    bring([sample_data / "trafford"], tmp_path / "source")
    connection = sqlite3.connect(":memory:")
    tables.write(Database(connection), sources.read(tmp_path / "source"))
    for words, part in [
        ("dementa", "Dementia"),
        ("alzhiemers", "Alzheimers"),
        ("foodbnk", "Foodbank"),
        ("libary sale", "Sale Library"),
        ("bereavment", ""),
        ("care homes altrincham", ""),
    ]:
        found = names(connection, words)
        assert found
        assert part in found[0]
    assert "Befriending" in " ".join(
        hit.name + hit.summary for hit in search(connection, Query(words="befreinding")).hits
    ).replace("befriending", "Befriending")
    forget(connection)
    connection.close()
