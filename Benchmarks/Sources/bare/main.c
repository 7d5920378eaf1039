// The least that a cold run can do: loads the libraries that `brief` loads, reads the same fonts as it does, shapes and
// draws one line of Korean, and writes a PNG. What `brief chart` takes beyond this is its own.
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "usage: bare OUTPUT.png FONT ...\n");
    return 64;
  }
  FcConfig *fonts = FcConfigCreate();
  for (int index = 2; index < count; index++) {
    if (!FcConfigAppFontAddFile(fonts, (const FcChar8 *)arguments[index])) {
      fprintf(stderr, "bare: \"%s\" is no font\n", arguments[index]);
      return 1;
    }
  }
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts);
  FcConfigDestroy(fonts);

  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 400, 60);
  cairo_t *context = cairo_create(surface);
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  cairo_set_source_rgb(context, 0, 0, 0);
  cairo_move_to(context, 10, 10);

  PangoContext *shaping = pango_font_map_create_context(map);
  PangoLayout *line = pango_layout_new(shaping);
  PangoFontDescription *style = pango_font_description_from_string("Brief Sans KR 16");
  pango_layout_set_font_description(line, style);
  pango_layout_set_text(line, "인공지능 원팀 서밋에 열두 기관이 함께했다", -1);
  pango_cairo_show_layout(context, line);

  cairo_status_t status = cairo_surface_write_to_png(surface, arguments[1]);
  if (status != CAIRO_STATUS_SUCCESS) {
    fprintf(stderr, "bare: %s\n", cairo_status_to_string(status));
    return 74;
  }
  return 0;
}
