"""The guide as a whole reads as plainly as its standard asks. What holds for each page is checked whenever it is loaded."""

from tests.measure import middle, sentences, table

AGE = 10.5  # of the page in the middle; the standard is "about 11"


def test_a_child_of_eleven_could_read_it():
    pages = sentences()
    assert middle(pages) <= AGE, table(pages)
