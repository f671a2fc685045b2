package dev.wharf.testkit;

import dev.wharf.port.DeployJournal;

class InMemoryJournalTest implements DeployJournalContract {
    private final InMemoryJournal journal = new InMemoryJournal();

    @Override
    public DeployJournal journal() {
        return journal;
    }

    @Override
    public DeployJournal reopened() {
        return journal;
    }
}
