/*
 * svg: a screen as a picture.
 *
 * Every run of text stands at its cell, stretched to its cells, so that the grid
 * holds whatever font the viewer has; lines, blocks and braille are drawn as
 * shapes, so that they join. The same screen gives the same bytes.
 */
#ifndef ANNALS_TESTS_SVG_H
#define ANNALS_TESTS_SVG_H

#include <stdio.h>

#include "pty.h"

/* Writes the screen in a window that bears TITLE. */
void svg_write(FILE *out, const struct pty *pty, const char *title);

#endif
