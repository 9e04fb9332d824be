import { Error as errorsOnly, parse, View } from 'vega';
import { compile, type Config, type TopLevelSpec } from 'vega-lite';

/** The charting library, in a file of its own that is read when the first chart is drawn. @returns SVG */
export async function toSvg(spec: TopLevelSpec, config: Config): Promise<string> {
  const view = new View(parse(compile({ ...spec, config }).spec), { renderer: 'none', logLevel: errorsOnly });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
