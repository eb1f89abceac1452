/** A screen as a camera sees it: held at an angle, with the screen's grid, a blur, a lamp's reflection and a small file. */
import type { Random } from './random.ts';

/**
 * A page of 1200 x 1600 that shows the picture of a screen as a photograph of a phone.
 * @param most degrees by which the phone is turned at most
 */
export function photoPage(screen: string, random: Random, most = 4.5): string {
  const turn = random.between(-most, most).toFixed(2);
  const lean = `rotateX(${random.between(-9, 9).toFixed(2)}deg) rotateY(${random.between(-11, 11).toFixed(2)}deg)`;
  const blur = random.between(0.3, 1.5).toFixed(2);
  const grid = random.between(2.2, 3.6).toFixed(2);
  const wave = random.between(26, 70).toFixed(1);
  const lamp = `${random.between(5, 95).toFixed(0)}% ${random.between(0, 60).toFixed(0)}%`;
  const shine = random.between(0.15, 0.5).toFixed(2);
  const light = random.between(0.72, 1.08).toFixed(2);
  const warm = random.between(0, 0.3).toFixed(2);
  return `<!doctype html><meta charset="utf-8"><style>
*{margin:0}
body{width:1200px;height:1600px;overflow:hidden;background:linear-gradient(${random.between(0, 360).toFixed(0)}deg,#5b4a3a,#a08a6c);perspective:2200px}
.scene{position:absolute;inset:0;filter:blur(${blur}px) brightness(${light}) sepia(${warm})}
.phone{position:absolute;left:50%;top:50%;height:1500px;transform:translate(-50%,-50%) rotate(${turn}deg) ${lean};border:16px solid #111;border-radius:44px;overflow:hidden}
.phone img{height:100%;display:block}
.phone b{position:absolute;inset:0}
.grid{background:repeating-linear-gradient(0deg,#0003 0 1px,transparent 1px ${grid}px),repeating-linear-gradient(90deg,#0002 0 1px,transparent 1px ${grid}px)}
.wave{background:repeating-linear-gradient(${random.between(0, 180).toFixed(0)}deg,rgb(255 120 160/.1) 0 ${wave}px,rgb(80 220 160/.1) ${Number(wave) * 2}px);mix-blend-mode:hard-light}
.lamp{background:radial-gradient(ellipse 30% 18% at ${lamp},rgb(255 255 255/${shine}),transparent)}
</style><div class="scene"><div class="phone"><img src="${screen}"><b class="grid"></b><b class="wave"></b><b class="lamp"></b></div></div>`;
}
