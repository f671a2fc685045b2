package dev.wharf.server.api;

import dev.wharf.model.Fields;

/** Something this server tells of, and what else the account behind it tells, which wins where both name a field. */
interface Answered {
    /** What this server has to say, as the wire has it. */
    Object body();

    /** What is passed on as it came. */
    Fields others();
}
