/*
 * clipboard: how a terminal is asked to keep text for pasting.
 */
#ifndef ANNALS_TUI_CLIPBOARD_H
#define ANNALS_TUI_CLIPBOARD_H

#include "base/buf.h"

/* Appends the sequence that sets the clipboard to TEXT: xterm's OSC 52, the text in
 * base64 (RFC 4648). */
void clipboard_sequence(struct buf *out, struct str text);

#endif
