"""Where a link leads: told plainly, and refused where it could run or read what is here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.link_target import link_target


def test_a_plain_address_is_what_it_says():
    target = link_target("https://zh.wikipedia.org/wiki/%E6%BF%9F%E5%8D%97?a=1#b")
    assert target is not None
    assert target.url == "https://zh.wikipedia.org/wiki/%E6%BF%9F%E5%8D%97?a=1#b"
    assert target.text == "https://zh.wikipedia.org/wiki/濟南?a=1#b"
    assert (target.site, target.other_name, target.decoy, target.is_mail) == ("zh.wikipedia.org", "", "", False)


def test_a_chinese_name_is_read_and_told_as_the_network_knows_it():
    for address in ("https://中国.中国/", "https://xn--fiqs8s.xn--fiqs8s/"):
        target = link_target(address)
        assert target is not None
        assert (target.site, target.other_name) == ("中国.中国", "xn--fiqs8s.xn--fiqs8s")
        assert target.url == "https://xn--fiqs8s.xn--fiqs8s/"


def test_a_name_whose_letters_deceive_is_shown_as_the_network_knows_it():
    target = link_target("https://\u0430\u0440\u0440\u04cf\u0435.com/")
    assert target is not None
    assert (target.site, target.other_name) == ("xn--80ak6aa92e.com", "\u0430\u0440\u0440\u04cf\u0435.com")
    assert target.text == "https://xn--80ak6aa92e.com/"


def test_a_name_before_the_at_sign_is_no_site():
    target = link_target("https://bank.example.com@evil.example/login")
    assert target is not None
    assert (target.site, target.decoy) == ("evil.example", "bank.example.com")


def test_what_cannot_be_seen_is_shown_as_its_code():
    target = link_target("https://example.org/\u202egpj.exe\u200b%E2%80%AE")
    assert target is not None
    assert target.text.isprintable()
    assert target.text == "https://example.org/%E2%80%AEgpj.exe%E2%80%8B%E2%80%AE"


def test_a_mail_address():
    target = link_target("mailto:someone@example.org?subject=%E5%95%8F")
    assert target is not None
    assert (target.site, target.is_mail) == ("someone@example.org", True)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "FILE://server/share",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "smb://example.org/",
        "x-terminal:rm",
        "/etc/passwd",
        "example.org",
        "https:///nowhere",
        "https://",
        "https://exa\u202emple.com/",
        "https://a b/",
        "mailto:",
        "",
    ],
)
def test_what_is_refused(address):
    assert link_target(address) is None


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://", "mailto:", "file:", "HTTPS://a.example/"]))
def test_whatever_is_written_only_the_web_and_mail_are_opened(text, scheme):
    target = link_target(scheme + text)
    if target is not None:
        assert target.url.isascii()
        assert target.url.lower().startswith(("http://", "https://", "mailto:"))
        assert target.text.isprintable()
        assert target.site
