import { render } from '../web/render.ts';

export const page = render;
