package org.binnacle.diagnosis.incident.step;

import java.util.function.Function;
import org.binnacle.mysql.Session;

/// One question of a step, which has a time limit of its own: where it is late, the step goes on
/// with the next.
///
/// @param name as a note names it, such as `shop.orders` or `#4711`
/// @param ask asks on the connection's thread; what it hands back keeps the answer, and is run on
///   the step's own thread, only where the answer came in time
public record Question(String name, Function<Session, Runnable> ask) {}
