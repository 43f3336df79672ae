package org.binnacle.review.view.server;

import org.binnacle.kernel.InstanceRef;
import org.binnacle.review.live.Remembered;

/// What a server told a review, to look at the text with again while it is edited.
///
/// @param database what unqualified names are of; may be empty
public record Answers(InstanceRef instance, Remembered memory, String database) {}
