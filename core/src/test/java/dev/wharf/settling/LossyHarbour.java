package dev.wharf.settling;

import dev.wharf.gateway.Harbour;
import dev.wharf.port.Account;
import dev.wharf.registry.MovableClock;
import dev.wharf.testkit.SkippingPace;
import java.util.ArrayList;
import java.util.List;

/** A registry whose answers get lost as a test says, and one before it that settles. */
abstract class LossyHarbour {
    final Harbour harbour = new Harbour();
    final Account account = harbour.admin();
    final LossyRegistry lossy = new LossyRegistry(account.packages());
    final SkippingPace pace = new SkippingPace(MovableClock.NOON);
    final List<Settlement> told = new ArrayList<>();
    final SettlingRegistry settling = settling(SettlingPolicy.DEFAULT);

    SettlingRegistry settling(SettlingPolicy policy) {
        return new SettlingRegistry(lossy, lossy, account::info, policy, pace, told::add);
    }

    /** Before the list that follows the one made at the upload's beginning. */
    void afterTheFirstList(Runnable action) {
        beforeList(2, action);
    }

    void beforeList(int count, Runnable action) {
        lossy.beforeList = () -> {
            if (lossy.lists.get() == count) {
                action.run();
            }
        };
    }
}
