"""Widgets that paint whole lines themselves, and nothing around them."""

from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class LineCache(StylesCache):
    """The lines of a widget that has no border, padding, outline, hatch, tint or opacity.

    Textual's own cache looks for each of these anew at each line, which takes longer than to
    paint it. What is dirty, Textual says as always.
    """

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        """The lines of the widget in `crop`, painted where they are not known."""
        size = widget.size
        if size.width != self._width:
            self.clear()
            self._width = size.width
        strips = []
        for y in crop.line_range:
            if y in self._dirty_lines or y not in self._cache:
                self._cache[y] = widget.render_line(y)
            strips.append(self._cache[y])
        self._dirty_lines.difference_update(crop.line_range)
        for line_filter in widget.get_line_filters():
            background = widget.background_colors[1]
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


class LineWidget(Widget):
    """A widget whose `render_line` gives all there is to see of a line, as wide as it is."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._styles_cache = LineCache()
