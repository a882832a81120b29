import crash_campaign
import pytest
import seeded_bugs

from cmdesk.store.errors import StoreError


def test_no_crash_loses_an_acknowledged_edit():
    tally = crash_campaign.campaign(1_500, seed=1)

    assert tally.states == 1_500
    assert all(tally.fired[fault] >= 4 for fault in FAULTS), tally


FAULTS = (
    "crashes after a crash",
    "unsynced bytes lost",
    "names lost or kept against order",
    "damaged snapshots",
    "damaged journals",
    "deleted journals",
    "disk errors",
    "lies",
    "under Windows",
    "files held by others",
    "with two copies",
    "wiped copies",
    "garbled copies",
    "cut copies",
    "zeroed copies",
    "copies with files removed",
)


@pytest.mark.parametrize("bug", seeded_bugs.BUGS)
def test_the_campaign_notices_when(bug):
    with seeded_bugs.BUGS[bug](), pytest.raises((crash_campaign.LostError, StoreError)):
        crash_campaign.campaign(5_000, seed=3)


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(100, 200))
def test_no_crash_in_the_full_campaign_loses_an_acknowledged_edit(seed, capsys):
    tally = crash_campaign.campaign(10_000, seed)

    with capsys.disabled():
        print(f"\n{seed}: {tally}")  # noqa: T201 - the figures are what a campaign is run for
    assert tally.states == 10_000
