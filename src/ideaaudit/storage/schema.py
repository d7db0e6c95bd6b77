"""The tables, written once for SQLite and PostgreSQL.

The index holds one row a run. Everything else of a run stands in tables of its own: in SQLite
a file a run, in PostgreSQL a schema a run, so that deleting a run is deleting a file or
dropping a schema, and no row carries the run's id.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

# Raised by one with every change that an older program could not read; see docs/architecture.md.
SCHEMA_VERSION = 2

Id = BigInteger().with_variant(Integer, "sqlite")

index = MetaData()

run = Table(
    "run",
    index,
    Column("id", String, primary_key=True),
    Column("started_at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

version = Table(
    "schema_version",
    index,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
)

of_run = MetaData()

# One value each: the catalogue as judged; "seconds:" and a site, how long it has taken.
kept = Table(
    "kept",
    of_run,
    Column("name", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

site = Table(
    "site",
    of_run,
    Column("id", Id, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("agency", String, nullable=False),
    Column("state", String, nullable=False),
    Column("target", LargeBinary, nullable=False),
    Column("observation", LargeBinary),
    Column("gap", LargeBinary),
    Column("counts", LargeBinary),
    # Links to URLs that were not even kept, for so many were known.
    Column("unkept", Integer, nullable=False, default=0),
)

# One row a known URL: queue, skip list and result in one.
page = Table(
    "page",
    of_run,
    Column("id", Id, primary_key=True),
    Column("site", ForeignKey(site.c.id), nullable=False),
    Column("url", String, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", String, nullable=False, default=""),
    Column("detail", String, nullable=False, default=""),
    Column("found_by", String, nullable=False),
    Column("depth", Integer, nullable=False),
    # Where among the links of its page it stood: the order of the walk hangs on no arrival.
    Column("place", Integer, nullable=False, default=0),
    Column("attempts", Integer, nullable=False, default=0),
    Column("status", Integer),
    Column("template", String, nullable=False, default=""),
    Column("parts", LargeBinary),
    Column("page_class", String, nullable=False, default=""),
    Column("title", String, nullable=False, default=""),
    Column("sampled_as", String, nullable=False, default=""),
    # The number of the last draw of the sample that the page could have been in; 0 for none.
    Column("draw", Integer, nullable=False, default=0),
    Column("render_state", String, nullable=False, default=""),
    Column("render_attempts", Integer, nullable=False, default=0),
    Column("body", String),
    Column("content", String, nullable=False, default=""),
    # The run that read it, where it was taken over from there.
    Column("unchanged_since", String, nullable=False, default=""),
    Column("canonical", String, nullable=False, default=""),
    # The URL that it redirects to, or whose page it repeats.
    Column("leads_to", String, nullable=False, default=""),
    Column("seen", LargeBinary),
    Column("links", LargeBinary),
    Column("rendering", LargeBinary),
    Column("rendered_body", String),
    Column("summary", LargeBinary),
    Column("outcomes", LargeBinary),
    Index("page_of_site", "site", "url", unique=True),
    Index("page_queue", "site", "state", "depth", "place"),
)

# Other hosts of the site's registered domain, and how each was come upon.
host = Table(
    "host",
    of_run,
    Column("site", ForeignKey(site.c.id), primary_key=True),
    Column("name", String, primary_key=True),
    Column("found_by", String, primary_key=True),
    Column("url", String, nullable=False),
    Column("times", Integer, nullable=False),
)

# HTML by the hash of its content, once, however many pages serve it.
body = Table(
    "body",
    of_run,
    Column("digest", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

picture = Table(
    "picture",
    of_run,
    Column("digest", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# Sentences that verdicts share, stored once.
word = Table(
    "word",
    of_run,
    Column("id", Id, primary_key=True),
    Column("text", String, nullable=False, unique=True),
)

cause = Table(
    "cause",
    of_run,
    Column("id", Id, primary_key=True),
    Column("key", String, nullable=False),
    Column("check", ForeignKey(word.c.id), nullable=False),
    Column("site", ForeignKey(site.c.id), nullable=False),
    Column("outcome", String, nullable=False),
    Column("example", LargeBinary, nullable=False),
    Index("cause_of_site", "site", "key", "outcome", unique=True),
)

# Rows only for failed, cantTell and untested; what passed is in the counts.
verdict = Table(
    "verdict",
    of_run,
    Column("id", Id, primary_key=True),
    Column("check", ForeignKey(word.c.id), nullable=False),
    Column("level", String, nullable=False),
    Column("agency", String, nullable=False, default=""),
    Column("site", ForeignKey(site.c.id)),
    Column("page", ForeignKey(page.c.id)),
    Column("outcome", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("reason", String, nullable=False),
    Column("summary", ForeignKey(word.c.id), nullable=False),
    Column("evidence", LargeBinary),
    Index("verdict_of_site", "site", "level"),
    Index("verdict_of_page", "page"),
)

occurrence = Table(
    "occurrence",
    of_run,
    Column("cause", ForeignKey(cause.c.id), primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("places", Integer, nullable=False),
)

agency = Table(
    "agency",
    of_run,
    Column("name", String, primary_key=True),
    Column("counts", LargeBinary, nullable=False),
)

measure = Table(
    "measure",
    of_run,
    Column("id", Id, primary_key=True),
    Column("site", ForeignKey(site.c.id), nullable=False),
    Column("subject", String, nullable=False),
    Column("name", String, nullable=False),
    Column("value", LargeBinary, nullable=False),
    Index("measure_of_site", "site"),
)
