"""The table of conduct, gravest first.

A row says *when*; its words stand in ``timeline/data/conduct.toml`` under the same key
and in the same order, and the norms it rests on in ``timeline/data/norms``.
"""

from __future__ import annotations

from typing import Final

from timeline.engine.conduct import acts, people, times
from timeline.engine.conduct.events import Mode, Said
from timeline.engine.conduct.rule import Ground, Rule, Verdict

DOUBTFUL: Final = Verdict.DOUBTFUL

# What the supervisors of each kind of lender, and the banks' own guideline, forbid.
FORBIDDEN_MEANS: Final = (
    Ground("forbidden-means-micro-loan"),
    Ground("forbidden-means-consumer-finance"),
    Ground("forbidden-means-bank"),
    Ground("forbidden-means-association"),
)

RULES: Final = (
    Rule(
        "threat",
        acts.did(Said.THREAT),
        (Ground("harassment-penalty"), *FORBIDDEN_MEANS),
    ),
    Rule(
        "entered-home",
        acts.did(Said.ENTERED_HOME),
        (
            Ground("no-home-entry"),
            Ground("no-intrusion"),
            Ground("visits-association"),
        ),
    ),
    Rule(
        "refused-to-leave",
        acts.did(Said.REFUSED_TO_LEAVE),
        (
            Ground("no-intrusion"),
            Ground("harassment-penalty", DOUBTFUL),
            Ground("no-home-entry", DOUBTFUL),
        ),
    ),
    Rule(
        "impersonation",
        acts.did(Said.IMPERSONATE_AUTHORITY),
        (
            Ground("no-impersonation"),
            Ground("no-impersonation-bank"),
            Ground("forbidden-means-micro-loan"),
            Ground("forbidden-means-association"),
        ),
    ),
    Rule(
        "insult",
        acts.did(Said.INSULT),
        (
            Ground("no-indignity"),
            Ground("harassment-penalty", DOUBTFUL),  # in public, or again and again
            Ground("no-insult", DOUBTFUL),  # whether others think less of one
            Ground("forbidden-means-micro-loan"),
            Ground("forbidden-means-consumer-finance", DOUBTFUL),
            Ground("forbidden-means-association"),
        ),
    ),
    Rule(
        "spreading",
        people.spreading,
        (
            Ground("no-intrusion"),
            Ground("harassment-penalty"),
            Ground("forbidden-means-micro-loan"),
            Ground("forbidden-means-association"),
        ),
    ),
    Rule(
        "third-party-collection",
        people.third_party_collection,
        (
            Ground("only-the-debtor-consumer-finance"),
            Ground("only-the-debtor-micro-loan"),
            Ground("only-the-debtor"),
            Ground("third-parties-association"),
            Ground("no-intrusion", DOUBTFUL),
        ),
    ),
    Rule(
        "third-party-disclosure",
        people.third_party_disclosure,
        (
            Ground("no-intrusion", DOUBTFUL),
            Ground("contact-may-be-asked"),
            Ground("third-parties-association"),
            Ground("forbidden-means-micro-loan", DOUBTFUL),
        ),
    ),
    Rule(
        "after-refusal",
        people.after_refusal,
        (
            Ground("no-intrusion", DOUBTFUL),
            Ground("stop-after-refusal"),
            Ground("third-parties-association"),
        ),
    ),
    Rule(
        "third-party-contact",
        people.third_party_contact,
        (
            Ground("contact-only-if-unreachable"),
            Ground("third-parties-association"),
        ),
    ),
    Rule(
        "false-legal-claim",
        acts.did(Said.FALSE_LEGAL_CLAIM),
        (
            Ground("harassment-penalty", DOUBTFUL),
            Ground("forbidden-means-micro-loan"),
            Ground("forbidden-means-consumer-finance", DOUBTFUL),
            Ground("forbidden-means-bank"),
            Ground("forbidden-means-association"),
        ),
    ),
    Rule(
        "quiet-hours",
        times.quiet_hours,
        (Ground("quiet-hours"), Ground("quiet-hours-association")),
    ),
    Rule(
        "daily-conversations",
        times.connected(Mode.CONVERSATION),
        (Ground("daily-conversations"),),
    ),
    Rule(
        "daily-informing-calls",
        times.connected(Mode.INFORMING),
        (Ground("daily-informing-calls"),),
    ),
    # The guideline says 不宜: it advises, so passing it is never more than doubtful.
    Rule(
        "daily-unanswered-tries",
        times.unanswered_tries,
        (Ground("daily-unanswered-tries", DOUBTFUL),),
    ),
    Rule(
        "flooding",
        times.flooding,
        (
            Ground("no-intrusion", DOUBTFUL),
            Ground("harassment-penalty", DOUBTFUL),
            Ground("forbidden-means-micro-loan", DOUBTFUL),
            Ground("forbidden-means-consumer-finance", DOUBTFUL),
        ),
    ),
    Rule("posting", acts.posting, (Ground("visits-association"),)),
    Rule(
        "borrow-to-repay",
        acts.did(Said.BORROW_TO_REPAY),
        (
            Ground("forbidden-means-micro-loan", DOUBTFUL),
            Ground("forbidden-means-bank", DOUBTFUL),
            Ground("forbidden-means-association"),
        ),
    ),
    Rule(
        "private-account",
        acts.did(Said.PRIVATE_ACCOUNT),
        (
            Ground("right-to-be-told", DOUBTFUL),
            Ground("forbidden-means-micro-loan", DOUBTFUL),
        ),
    ),
    Rule(
        "withheld-identity",
        acts.did(Said.WITHHELD_IDENTITY),
        (Ground("told-who-processes", DOUBTFUL),),
    ),
)
