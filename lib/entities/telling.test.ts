import { describe, expect, it } from 'vitest';
import { findUnknown } from './finding';

const found = (text: string) =>
  [...findUnknown(text)].flat().map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);

describe('what a name is', () => {
  it('is told for a suggestion as the reader shows it', () => {
    expect(
      found('On 28 July 2021 President Muhammad Sharifov flew to Dushanbe.\n\nMuhammad Sharifov was late.'),
    ).toEqual(['date 28 July 2021', 'person Muhammad Sharifov', 'place Dushanbe', 'person Muhammad Sharifov']);
  });

  it.each([
    [
      'The Harbour Committee asked the Ministry of Fisheries and Trade.',
      ['Harbour Committee', 'Ministry of Fisheries and Trade'],
    ],
    ['They fled when the Salt Movement of Velkania lost.', ['Salt Movement of Velkania']],
    ['He heard it on Radio Ostrave and read it in the Ostrave Times.', ['Radio Ostrave', 'Ostrave Times']],
    [
      'It was taken by the 4th Guards Brigade and the Night Watch Battalion.',
      ['4th Guards Brigade', 'Night Watch Battalion'],
    ],
    [
      'The case went to the Supreme Court and the Prosecutor-General’s Office.',
      ['Supreme Court', 'Prosecutor-General’s Office'],
    ],
    ['He led the Society of God’s Fishermen.', ['Society of God’s Fishermen']],
    ['The men of the Lashkar-e Velkan Battalion fled.', ['Lashkar-e Velkan Battalion']],
    ['She joined the Orlan, and Orlan fighters hid her.', ['Orlan', 'Orlan']],
    ['He paid the Lantern, a weekly newspaper.', ['Lantern']],
    ['An officer told HRB/KL that it was over.', ['HRB/KL']],
  ])('an organisation: %s', (text, names) => {
    expect(found(text)).toEqual(names.map((name) => `organisation ${name}`));
  });

  it.each([
    ['The districts are Bor Ak, Velm, Tusay, and Shorek.', ['Bor Ak', 'Velm', 'Tusay', 'Shorek']],
    ['They came through the Ruvan and Shogran districts.', ['Ruvan', 'Shogran']],
    ['A boat was lost off Cape Hollin, near the Tamsin river.', ['Cape Hollin', 'Tamsin']],
    ['He was born in the village of Brask in Upper Velm Province.', ['Brask', 'Upper Velm Province']],
    ['She lives in Port Brask.', ['Port Brask']],
    ['The road to Ishkor was closed. Nobody left Ishkor.', ['Ishkor', 'Ishkor']],
    ['They were sent from Darrow, Hollin and Lisbon.', ['Darrow', 'Hollin', 'Lisbon']],
  ])('a place: %s', (text, names) => {
    expect(found(text)).toEqual(names.map((name) => `place ${name}`));
  });

  it.each([
    ['The mayor, Lena Marsh, resigned. Marsh said that she was tired.', ['Lena Marsh', 'Marsh']],
    ['Foreign Minister Tomas van der Velk met Secretary of State Ada Brun.', ['Tomas van der Velk', 'Ada Brun']],
    ['Zoral Bekam, the former head of the harbour, told us. Bekam added that he was tired.', ['Zoral Bekam', 'Bekam']],
    ['It was founded by Orvin Tas, who had been a sailor.', ['Orvin Tas']],
    ['“We will stay,” said Yusra al-Hadim.', ['Yusra al-Hadim']],
    ['The ferry was stopped by a man named Korvan.', ['Korvan']],
  ])('a person: %s', (text, names) => {
    expect(found(text)).toEqual(names.map((name) => `person ${name}`));
  });

  it('is said of a short form, of another name for it, and of a part of it by the name that is told', () => {
    expect(found('The Velm Autonomous Region (VAR) is far. The VAR is poor.')).toEqual([
      'place Velm Autonomous Region',
      'place VAR',
      'place VAR',
    ]);
    expect(found('Hizb Orlan -- also known as Orlan or the Orlo -- was banned.')).toEqual([
      'organisation Hizb Orlan',
      'organisation Orlan',
      'organisation Orlo',
    ]);
  });

  it('is told of a name in full by the part of it that stands alone', () => {
    const said = found(
      'They sold the pier to Varrel Fisk. Nobody thanked Oustar Quillev. She wrote to Quillev, and Varrel kept it.',
    );
    expect(said).toEqual([
      'organisation Varrel Fisk',
      'person Oustar Quillev',
      'person Quillev',
      'organisation Varrel',
    ]);
    expect(found('They sold the pier to Varrel Fisk.')).toEqual([]);
  });

  it('is the same wherever the name stands, and what most mentions say', () => {
    const text = 'The Sarn was late.\nSarn fighters came.\nMembers of the Sarn sang.\nThey waited near Sarn.';
    expect(new Set(found(text))).toEqual(new Set(['organisation Sarn']));
  });

  it('is not guessed', () => {
    expect(found('Everybody wanted a Zorvex, and a Zorvex was dear.')).toEqual([]);
  });
});

describe('what is no name', () => {
  it.each([
    'Security was poor. Officers came late. Fishermen, who were tired, said nothing.',
    'The Norwegian boats and the Uzbeks met Tajik sailors and a Norwegian-Uzbek crew.',
    'District Officers found papers.',
    'He waited at the border crossing point (BCP).',
    'April Getty',
    'A boat at the quay. Anna Berg/Getty Images',
    'Fishermen Declare Their Readiness to Leave the Salt Harbour',
    'The Quiet Death of the Northern Border',
    'The books in Orlish and a song in Velm were lost.',
    'Anti-Orlan talk was heard, and the CEO was on TV.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('holds one all the same, where it is told elsewhere', () => {
    expect(found('Orlan Puts Norwegian Fishermen in Charge\nThe Orlan captured a boat.')).toEqual([
      'organisation Orlan',
      'organisation Orlan',
    ]);
    expect(found('They fear an Orlan-led raid on Lisbon by members of the Orlan.')).toEqual([
      'organisation Orlan',
      'place Lisbon',
      'organisation Orlan',
    ]);
  });
});

// Longer than a test may take, if anything in it grew with the square of the text.
it.each(['AAAA (', 'State ', 'Ministry of ', 'Ann’s of ', '. A '])('reads a long line of “%s”', (piece) => {
  expect(() => [...findUnknown(piece.repeat(5000))]).not.toThrow();
});
