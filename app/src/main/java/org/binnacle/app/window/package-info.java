/// The window's shell: tabs that split and detach, menus, palette, status bar, settings, help. It
/// knows panels and commands, none of the engines.
@NullMarked
package org.binnacle.app.window;

import org.jspecify.annotations.NullMarked;
