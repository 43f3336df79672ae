package org.binnacle.app.window;

import java.util.Optional;
import java.util.function.Function;
import org.binnacle.fxkit.Panel;

/// How panels of one kind are opened again by their id, at the next start or after a close.
///
/// @param prefix what their ids begin with, such as `sessions:`
/// @param open the panel of an id; empty where it makes no sense any more (its instance is gone)
public record PanelKind(String prefix, Function<String, Optional<Panel>> open) {}
